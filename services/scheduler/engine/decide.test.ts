import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decide, RULE_VERSION } from './decide.ts';
import { compareKeys, difference, keyOf } from './key.ts';
import { toProposal } from './proposal.ts';
import { rejections } from './rejections.ts';
import { replays } from './replay.ts';
import type { AllocationRequest, SlotSeen } from './request.ts';
import { anyRequest, anyRows, anything, HOUR_MS, moreWishes, nowMs, slot } from './test-rows.ts';
import { createTieBreak } from './tie-break.ts';
import { wallClockMs, weekdayOfMs } from './wall-clock.ts';

const decideNow = (request: Partial<AllocationRequest>, rows: SlotSeen[]) =>
  decide(RULE_VERSION, { ...anything, ...request }, rows, nowMs);

test('the earliest day wins, then the provider with least to do, then the keyed hash', () => {
  const rows = [
    slot('later-day', 49),
    slot('busy-provider', 26, { providerLoad: 9 }),
    slot('b', 27, { tieBreak: 'b' }),
    slot('a', 28, { tieBreak: 'a' }),
  ];
  assert.deepEqual(decideNow({}, rows).ranked, ['a', 'b', 'busy-provider', 'later-day']);
});

test('an urgent need counts hours, not days', () => {
  const rows = [slot('at-28', 28, { tieBreak: 'a' }), slot('at-26', 26, { providerLoad: 9 })];
  assert.equal(decideNow({ urgency: 'urgent' }, rows).chosen, 'at-26');
});

test('for an urgent need the instant counts, not what the clock on the wall says there', () => {
  const rows = [
    slot('london', 27, { localStart: '2026-12-02T12:00' }),
    slot('karachi', 25, { localStart: '2026-12-02T15:00' }),
  ];
  assert.equal(decideNow({ urgency: 'urgent' }, rows).chosen, 'karachi');
});

test('near the wished date comes before early', () => {
  const rows = [slot('wished', 24 * 9), slot('before', 24 * 3), slot('after', 24 * 10)];
  const { chosen, nearMisses } = decideNow({ earliestDate: '2026-12-10' }, rows);
  assert.equal(chosen, 'wished');
  assert.deepEqual(nearMisses, [{ slotId: 'before', wishes: ['date'] }]);
  const none = decideNow({ earliestDate: '2026-12-10', latestDate: '2026-12-09' }, rows);
  assert.deepEqual(
    none.nearMisses.map(({ slotId }) => slotId),
    ['wished', 'after', 'before'],
  );
});

test('what is after the target date comes last, the later the worse', () => {
  const rows = [slot('two-late', 24 * 5), slot('in-time', 24 * 3), slot('one-late', 24 * 4)];
  const request = { earliestDate: '2026-12-06', targetDate: '2026-12-04' };
  assert.deepEqual(decideNow(request, rows).ranked, ['two-late']);
  assert.deepEqual(decideNow({ targetDate: '2026-12-04' }, rows).ranked, ['in-time', 'one-late', 'two-late']);
});

test('each reason for rejection', () => {
  const reserved = { reservedFor: 'urgent', releaseAtMs: nowMs + HOUR_MS } as const;
  const request: Partial<AllocationRequest> = {
    visitTypeId: 'v1',
    providerId: 'p1',
    locationId: 'l1',
    mode: 'in-person',
    regionIds: ['r1'],
    needsStepFree: true,
    isLonger: true,
    earliestDate: '2026-12-02',
    latestDate: '2026-12-04',
    timesOfDay: ['morning'],
    daysOfWeek: [2, 3, 4],
    busy: [{ fromMs: nowMs + 24 * HOUR_MS, toMs: nowMs + 25 * HOUR_MS }],
  };
  const rows = [
    slot('taken', 26, { taken: true }),
    slot('notice', 1),
    slot('horizon', 26, { horizonMs: 25 * HOUR_MS }),
    slot('carved-out', 26, reserved),
    slot('patient-busy', 23.25, { longerEndMs: nowMs + 24.25 * HOUR_MS }),
    slot('too-short', 26, { longerEndMs: null }),
    slot('other-visit-type', 26, { visitTypeId: 'v2' }),
    slot('other-provider', 26, { providerId: 'p2' }),
    slot('other-location', 26, { locationId: 'l2' }),
    slot('mode', 26, { mode: 'phone' }),
    slot('date', 24 * 7),
    slot('day-of-week', 24 * 3 + 1),
    slot('time-of-day', 30),
    slot('fits', 26),
    slot('other-region', 26, { regionId: 'r2' }),
    slot('not-step-free', 26, { isStepFree: false }),
  ];
  const { rejected, chosen, nearMisses } = decideNow(request, rows);
  assert.equal(chosen, 'fits');
  assert.deepEqual(
    rejected.map(({ slotId, reason }) => [slotId, reason]).filter(([id, reason]) => id !== reason),
    [],
  );
  assert.equal(rejected.length, rows.length - 1);
  assert.deepEqual(nearMisses.map(({ slotId }) => slotId).toSorted(), [
    'date',
    'day-of-week',
    'mode',
    'other-location',
    'other-provider',
    'time-of-day',
  ]);
});

test('a carve-out is open to its urgency, and to everybody once released', () => {
  const kept = slot('kept', 26, { reservedFor: 'urgent', releaseAtMs: nowMs + 1 });
  assert.equal(decideNow({}, [kept]).chosen, null);
  assert.equal(decideNow({ urgency: 'soon' }, [kept]).chosen, null);
  assert.equal(decideNow({ urgency: 'urgent' }, [kept]).chosen, 'kept');
  assert.equal(decideNow({}, [{ ...kept, releaseAtMs: nowMs }]).chosen, 'kept');
});

test('an unknown rule version is refused', () => {
  assert.throws(() => decide(99, anything, [], nowMs), RangeError);
});

test('the order of the rows never matters, and the same arguments give the same answer', () => {
  const shuffled = anyRows.chain((rows) =>
    fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
  );
  fc.assert(
    fc.property(anyRequest, shuffled, fc.constantFrom(1, 2, 3), (request, [rows, others], version) => {
      assert.deepEqual(decide(version, request, rows, nowMs), decide(version, request, others, nowMs));
      assert.deepEqual(
        decide(version, request, rows, nowMs),
        decide(version, structuredClone(request), structuredClone(rows), nowMs),
      );
    }),
  );
});

test('the chosen slot fits, and none that fits has a better key', () => {
  fc.assert(
    fc.property(anyRequest, anyRows, (request, rows) => {
      const { chosen, ranked, rejected } = decide(RULE_VERSION, request, rows, nowMs);
      assert.equal(ranked.length + rejected.length, rows.length);
      const feasible = rows.filter((row) => rejections(request, row, nowMs).length === 0);
      assert.equal(ranked.length, feasible.length);
      const key = keyOf(request);
      const best = feasible.map(key).reduce<ReturnType<typeof key> | undefined>((least, each) => {
        return least === undefined || compareKeys(each, least) < 0 ? each : least;
      }, undefined);
      assert.equal(chosen, best?.slotId ?? null);
    }),
  );
});

test('the key is a total order whose differences can be named', () => {
  fc.assert(
    fc.property(anyRequest, anyRows, (request, rows) => {
      const keys = rows.map(keyOf(request));
      for (const a of keys) {
        for (const b of keys) {
          assert.equal(Math.sign(compareKeys(a, b)), -Math.sign(compareKeys(b, a)) + 0);
          assert.equal(compareKeys(a, b) === 0, a.slotId === b.slotId);
        }
      }
      const sorted = keys.toSorted(compareKeys);
      for (const [index, key] of sorted.slice(1).entries()) {
        const before = sorted[index];
        assert.ok(before !== undefined && compareKeys(before, key) < 0);
        assert.ok(
          ['past-target', 'later', 'busier-provider', 'drawn-by-lot'].includes(difference(before, key)),
        );
      }
    }),
  );
});

test('more wishes never give more to choose from', () => {
  fc.assert(
    fc.property(anyRequest, moreWishes, anyRows, (request, more, rows) => {
      const fewer = new Set(decide(RULE_VERSION, request, rows, nowMs).ranked);
      for (const slotId of decide(RULE_VERSION, more(request), rows, nowMs).ranked)
        assert.ok(fewer.has(slotId));
    }),
  );
});

test('a more urgent need never gets less to choose from', () => {
  fc.assert(
    fc.property(anyRequest, anyRows, (request, rows) => {
      const ranked = (urgency: AllocationRequest['urgency']) =>
        decide(RULE_VERSION, { ...request, urgency }, rows, nowMs).ranked;
      assert.ok(ranked('routine').every((id) => ranked('soon').includes(id)));
      assert.ok(ranked('soon').every((id) => ranked('urgent').includes(id)));
    }),
  );
});

test('the rows kept replay to the same choice', () => {
  fc.assert(
    fc.property(anyRequest, anyRows, fc.constantFrom(1, 2, 3), (request, rows, version) => {
      const decision = decide(version, request, rows, nowMs);
      const stored = structuredClone(toProposal(request, rows, decision, nowMs));
      assert.ok(stored.rows.length <= 20);
      assert.ok(replays(stored));
      const { total, fitting, rejected } = stored.seen;
      assert.equal(total, fitting + Object.values(rejected).reduce((sum, count) => sum + count, 0));
    }),
  );
});

test('a stored answer that the rows do not give is noticed', () => {
  const rows = [slot('a', 26), slot('b', 50)];
  const stored = toProposal(anything, rows, decide(RULE_VERSION, anything, rows, nowMs), nowMs);
  assert.ok(replays(stored));
  assert.ok(!replays({ ...stored, chosen: 'b' }));
});

test('proposals stored by rule version 1 still replay', () => {
  const row = {
    providerId: 'p1',
    locationId: 'l1',
    visitTypeId: 'v1',
    noticeMs: 0,
    reservedFor: null,
    releaseAtMs: null,
    providerLoad: 0,
  };
  const at = (slotId: string, hours: number, localStart: string) => ({
    ...row,
    slotId,
    tieBreak: slotId,
    localStart,
    startMs: nowMs + hours * HOUR_MS,
    endMs: nowMs + (hours + 1) * HOUR_MS,
  });
  const stored = {
    ruleVersion: 1,
    request: {
      urgency: 'routine' as const,
      visitTypeId: null,
      providerId: null,
      locationId: null,
      earliestDate: null,
      latestDate: null,
      timesOfDay: [],
      daysOfWeek: [],
      busy: [],
    },
    nowMs,
    // Within one day from now; on different days of the calendar, which decides since version 2.
    rows: [at('b', 5, '2026-12-01T14:00'), at('a', 20, '2026-12-02T05:00')],
    seen: { total: 2, fitting: 2, rejected: {} },
    chosen: 'a',
    targetMs: nowMs + 42 * 24 * HOUR_MS,
  };
  assert.ok(replays(stored));
  assert.ok(!replays({ ...stored, ruleVersion: 2 }));
});

test('proposals stored by rule version 2, which knew no regions, still replay', () => {
  const { regionIds: _, needsStepFree: __, ...request } = anything;
  const withoutRegion = ({ regionId: _, isStepFree: __, ...row }: SlotSeen) => row;
  const stored = {
    ruleVersion: 2,
    request,
    nowMs,
    rows: [slot('near', 50), slot('abroad', 26, { regionId: 'r2', locationId: 'l2' })].map(withoutRegion),
    seen: { total: 2, fitting: 2, rejected: {} },
    facts: { isEarlierKept: false, isEarliest: true, hasNearMisses: false },
    chosen: 'abroad',
  };
  assert.ok(replays(stored));
  // Decided today, the same patient stays where they can go.
  assert.equal(
    decideNow({ regionIds: ['r1'] }, [slot('near', 50), slot('abroad', 26, { regionId: 'r2' })]).chosen,
    'near',
  );
});

test('nobody is sent to another region or up steps, not even as a near miss', () => {
  fc.assert(
    fc.property(anyRequest, anyRows, (request, rows) => {
      const { ranked, nearMisses } = decide(RULE_VERSION, request, rows, nowMs);
      for (const slotId of [...ranked, ...nearMisses.map((miss) => miss.slotId)]) {
        const row = rows.find((each) => each.slotId === slotId);
        assert.ok(request.regionIds.length === 0 || request.regionIds.includes(row?.regionId ?? ''));
        assert.ok(!request.needsStepFree || row?.isStepFree || row?.mode !== 'in-person');
      }
    }),
  );
});

test('near misses leave out one wish each, each wish in turn, or as few as can be', () => {
  const wish: Partial<AllocationRequest> = { timesOfDay: ['evening'], providerId: 'p2' };
  const rows = [
    slot('both', 24),
    slot('other-clinician', 33, { providerId: 'p1' }),
    slot('morning', 25, { providerId: 'p2' }),
    slot('later-morning', 50, { providerId: 'p2' }),
  ];
  assert.deepEqual(decideNow(wish, rows).nearMisses, [
    { slotId: 'morning', wishes: ['time-of-day'] },
    { slotId: 'other-clinician', wishes: ['other-provider'] },
    { slotId: 'later-morning', wishes: ['time-of-day'] },
  ]);
  assert.deepEqual(decideNow(wish, rows.slice(0, 1)).nearMisses, [
    { slotId: 'both', wishes: ['other-provider', 'time-of-day'] },
  ]);
});

test('what a client may choose does not enter the keyed hash, and without the secret nobody can work it out', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), fc.string(), (slotId, patientId, secret) => {
      const one = createTieBreak(`${secret} one, long enough`);
      assert.equal(one(slotId, patientId), one(slotId, patientId));
      assert.notEqual(
        one(slotId, patientId),
        createTieBreak(`${secret} two, long enough`)(slotId, patientId),
      );
    }),
  );
});

test('wall-clock times are read like any calendar reads them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 * 24 * 36_500 }), (minutes) => {
      const instant = new Date(minutes * 60_000);
      const wallMs = wallClockMs(instant.toISOString().slice(0, 16));
      assert.equal(wallMs, instant.getTime());
      assert.equal(weekdayOfMs(wallMs), instant.getUTCDay() || 7);
    }),
  );
});
