import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type AllocationRequest, decide, RULE_VERSION, type SlotSeen } from './decide.ts';
import { toProposal } from './record.ts';
import { triage } from './urgency.ts';

const nowMs = Date.parse('2026-12-01T09:00:00Z');
const HOUR_MS = 3_600_000;

const anything: AllocationRequest = {
  urgency: 'routine',
  visitTypeId: null,
  providerId: null,
  locationId: null,
  earliestDate: null,
  latestDate: null,
  timesOfDay: [],
  daysOfWeek: [],
  busy: [],
};

function slot(slotId: string, hoursAhead: number, other: Partial<SlotSeen> = {}): SlotSeen {
  const startMs = nowMs + hoursAhead * HOUR_MS;
  return {
    slotId,
    providerId: 'p1',
    locationId: 'l1',
    visitTypeId: 'v1',
    startMs,
    endMs: startMs + HOUR_MS / 2,
    localStart: new Date(startMs).toISOString().slice(0, 16),
    noticeMs: 2 * HOUR_MS,
    reservedFor: null,
    releaseAtMs: null,
    providerLoad: 0,
    tieBreak: slotId,
    ...other,
  };
}

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

test('each reason for rejection', () => {
  const reserved = { reservedFor: 'urgent', releaseAtMs: nowMs + HOUR_MS } as const;
  const request: Partial<AllocationRequest> = {
    visitTypeId: 'v1',
    providerId: 'p1',
    locationId: 'l1',
    earliestDate: '2026-12-02',
    latestDate: '2026-12-04',
    timesOfDay: ['morning'],
    daysOfWeek: [2, 3, 4],
    busy: [{ fromMs: nowMs + 24 * HOUR_MS, toMs: nowMs + 25 * HOUR_MS }],
  };
  const rows = [
    slot('taken', 26, { taken: true }),
    slot('notice', 1),
    slot('carved-out', 26, reserved),
    slot('patient-busy', 24),
    slot('other-visit-type', 26, { visitTypeId: 'v2' }),
    slot('other-provider', 26, { providerId: 'p2' }),
    slot('other-location', 26, { locationId: 'l2' }),
    slot('date', 24 * 7),
    slot('day-of-week', 24 * 3 + 1),
    slot('time-of-day', 30),
    slot('fits', 26),
  ];
  const { rejected, chosen, nearMisses } = decideNow(request, rows);
  assert.equal(chosen, 'fits');
  assert.deepEqual(
    rejected.map(({ slotId, reason }) => [slotId, reason]).filter(([id, reason]) => id !== reason),
    [],
  );
  assert.equal(rejected.length, rows.length - 1);
  assert.deepEqual(nearMisses.toSorted(), [
    'date',
    'day-of-week',
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

const anyRow = fc
  .record({
    n: fc.integer({ min: 0, max: 2000 }),
    providerId: fc.constantFrom('p1', 'p2'),
    locationId: fc.constantFrom('l1', 'l2'),
    providerLoad: fc.integer({ min: 0, max: 3 }),
    tieBreak: fc.constantFrom('a', 'b', 'c'),
    reservedFor: fc.constantFrom(null, 'soon' as const, 'urgent' as const),
    releaseInH: fc.integer({ min: -5, max: 5 }),
    taken: fc.boolean(),
  })
  .map(({ n, releaseInH, ...rest }) =>
    slot('', n / 4, {
      ...rest,
      releaseAtMs: rest.reservedFor === null ? null : nowMs + releaseInH * HOUR_MS,
    }),
  );
const anyRows = fc
  .array(anyRow, { maxLength: 60 })
  .map((rows) => rows.map((row, i) => ({ ...row, slotId: `slot-${i}` })));
const anyRequest = fc
  .record({
    urgency: fc.constantFrom('routine' as const, 'soon' as const, 'urgent' as const),
    providerId: fc.constantFrom(null, 'p1'),
    locationId: fc.constantFrom(null, 'l2'),
    timesOfDay: fc.subarray(['morning', 'afternoon', 'evening'] as const),
    daysOfWeek: fc.subarray([1, 2, 3, 4, 5]),
  })
  .map((part): AllocationRequest => ({ ...anything, ...part }));

test('the order of the rows never matters', () => {
  const shuffled = anyRows.chain((rows) =>
    fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
  );
  fc.assert(
    fc.property(anyRequest, shuffled, (request, [rows, others]) => {
      assert.deepEqual(decide(1, request, rows, nowMs), decide(1, request, others, nowMs));
    }),
  );
});

test('every row is ranked or rejected, and the rows kept replay to the same choice', () => {
  fc.assert(
    fc.property(anyRequest, anyRows, (request, rows) => {
      const decision = decide(1, request, rows, nowMs);
      assert.equal(decision.ranked.length + decision.rejected.length, rows.length);
      const stored = structuredClone(toProposal(request, rows, decision, nowMs));
      assert.ok(stored.rows.length <= 20);
      const replayed = decide(stored.ruleVersion, stored.request, stored.rows, stored.nowMs);
      assert.equal(replayed.chosen, decision.chosen);
    }),
  );
});

test('answers become an urgency', () => {
  const no = { emergencySigns: false, gettingWorse: false, limitsDailyLife: false, longStanding: false };
  assert.equal(triage({ ...no, emergencySigns: true }), 'emergency');
  assert.equal(triage({ ...no, gettingWorse: true, limitsDailyLife: true }), 'urgent');
  assert.equal(triage({ ...no, gettingWorse: true }), 'soon');
  assert.equal(triage({ ...no, limitsDailyLife: true }), 'soon');
  assert.equal(triage({ ...no, limitsDailyLife: true, longStanding: true }), 'routine');
  assert.equal(triage(no), 'routine');
});
