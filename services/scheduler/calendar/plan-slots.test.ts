import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, weekdayOf } from '../directory/local-time.ts';
import { planSlots, type SessionRule } from './plan-slots.ts';

const MINUTE_MS = 60_000;
const nobodyAway = { leave: [], closed: [] };

/** Changes at 1:00, 2:00, 3:00 and midnight, of an hour and of half an hour, in both halves of the year, and none. */
const zones = [
  'Europe/London',
  'Europe/Berlin',
  'America/New_York',
  'America/Los_Angeles',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'America/Santiago',
  'Africa/Cairo',
  'Asia/Beirut',
  'Asia/Kolkata',
  'Asia/Karachi',
  'Asia/Kathmandu',
  'UTC',
] as const;

/** Days on which clocks change in these zones, 2026 and 2027. */
const changes = [
  '2026-03-08',
  '2026-03-28',
  '2026-03-29',
  '2026-04-04',
  '2026-04-05',
  '2026-04-24',
  '2026-09-05',
  '2026-09-06',
  '2026-09-27',
  '2026-10-04',
  '2026-10-24',
  '2026-10-25',
  '2026-10-29',
  '2026-10-30',
  '2026-11-01',
  '2027-03-14',
  '2027-03-28',
  '2027-04-03',
  '2027-04-04',
  '2027-10-31',
  '2027-11-07',
];

const five = (min: number, max: number) => fc.integer({ min: min / 5, max: max / 5 }).map((n) => n * 5);

const anySession = fc.record({
  timeZone: fc.constantFrom(...zones),
  date: fc.oneof(
    fc.constantFrom(...changes),
    // A session of the day before may go on into the change.
    fc.constantFrom(...changes.map((date) => addDays(date, -1))),
    fc.integer({ min: 0, max: 700 }).map((days) => addDays('2026-01-01', days)),
  ),
  startMinute: five(0, 1435),
  minutes: five(30, 1440),
  lengthMin: five(5, 120),
  bufferBeforeMin: five(0, 20),
  bufferAfterMin: five(0, 20),
  seats: fc.integer({ min: 1, max: 3 }),
  reservedShare: fc.constantFrom(0, 0.25, 0.5, 1),
});
type AnySession = typeof anySession extends fc.Arbitrary<infer Session> ? Session : never;

function ruleOf({ date, minutes, ...session }: AnySession): SessionRule {
  return {
    ...session,
    id: '7b0c6c3e-0000-4000-8000-000000000001',
    weekday: weekdayOf(date),
    endMinute: session.startMinute + minutes,
    effective: { from: '2025-01-01', until: null },
    reservedFor: session.reservedShare > 0 ? 'urgent' : null,
    releaseBeforeMin: 60,
  };
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** What a clock on the wall of this zone shows, YYYY-MM-DDTHH:MM, as ICU knows it. */
function wall(timeZone: string, ms: number): string {
  const known = formats.get(timeZone);
  const format = known ?? new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  if (known === undefined) formats.set(timeZone, format);
  return format.format(ms).replace(' ', 'T');
}

/** The first instant at which a wall clock shows each time, on three days, found by watching it. */
function watch(timeZone: string, date: string): Map<string, number> {
  const seen = new Map<string, number>();
  const from = Date.parse(`${date}T00:00:00Z`) - 15 * 60 * MINUTE_MS;
  for (let ms = from; ms < from + 80 * 60 * MINUTE_MS; ms += 5 * MINUTE_MS) {
    const shown = wall(timeZone, ms);
    if (!seen.has(shown)) seen.set(shown, ms);
  }
  return seen;
}

/** The starts that DESIGN asks for, worked out from nothing but the watched clock. */
function expectedStarts(rule: SessionRule, date: string): number[] {
  const clock = watch(rule.timeZone, date);
  const shown = (minute: number) => {
    const at = new Date(Date.parse(`${date}T00:00:00Z`) + minute * MINUTE_MS);
    return at.toISOString().slice(0, 16);
  };
  // A time the clocks jump over comes as long after the last one before the jump.
  const ends = (minute: number): number => clock.get(shown(minute)) ?? ends(minute - 5) + 5 * MINUTE_MS;
  const starts: number[] = [];
  let blockedUntil = Number.NEGATIVE_INFINITY;
  const step = rule.bufferBeforeMin + rule.lengthMin + rule.bufferAfterMin;
  const first = rule.startMinute + rule.bufferBeforeMin;
  for (let minute = first; minute + rule.lengthMin <= rule.endMinute; minute += step) {
    const start = clock.get(shown(minute));
    if (start === undefined || start - rule.bufferBeforeMin * MINUTE_MS < blockedUntil) continue;
    const end = start + rule.lengthMin * MINUTE_MS;
    if (end > ends(rule.endMinute)) continue;
    starts.push(start);
    blockedUntil = end + rule.bufferAfterMin * MINUTE_MS;
  }
  return starts;
}

test('in every zone and on every day the starts are those a wall clock shows, each once, of elapsed length', () => {
  fc.assert(
    fc.property(anySession, (session) => {
      const rule = ruleOf(session);
      const slots = planSlots(rule, { from: session.date, until: addDays(session.date, 1) }, nobodyAway);
      assert.equal(new Set(slots.map(({ id }) => id)).size, slots.length);
      const starts = slots.filter(({ seat }) => seat === 1);
      assert.equal(slots.length, starts.length * rule.seats);
      assert.deepEqual(
        starts.map(({ startMs }) => startMs),
        expectedStarts(rule, session.date),
      );
      for (const { startMs, endMs, localStart, reservedFor, releaseAtMs } of slots) {
        assert.equal(wall(rule.timeZone, startMs), localStart);
        assert.equal(endMs - startMs, rule.lengthMin * MINUTE_MS);
        assert.equal(releaseAtMs, reservedFor === null ? null : startMs - 60 * MINUTE_MS);
      }
    }),
    { numRuns: 300 },
  );
});

test('days of 23 and 25 hours have the slots of their hours', () => {
  const allDay = (timeZone: string, date: string) => {
    const session = { timeZone, date, startMinute: 0, minutes: 1440, lengthMin: 60 };
    const rest = { bufferBeforeMin: 0, bufferAfterMin: 0, seats: 1, reservedShare: 0 };
    const rule = ruleOf({ ...session, ...rest } as AnySession);
    return planSlots(rule, { from: date, until: addDays(date, 1) }, nobodyAway).length;
  };
  assert.equal(allDay('Europe/London', '2026-03-29'), 23);
  // The second of two equal hours is nobody's: its wall-clock times mean the first.
  assert.equal(allDay('Europe/London', '2026-10-25'), 24);
  assert.equal(allDay('America/New_York', '2027-03-14'), 23);
  assert.equal(allDay('Asia/Karachi', '2026-03-29'), 24);
});

test('planned in parts or as a whole, the slots are the same, and each week like the one before', () => {
  fc.assert(
    fc.property(anySession, fc.integer({ min: 1, max: 40 }), (session, days) => {
      const rule = ruleOf(session);
      const from = addDays(session.date, -20);
      const middle = addDays(from, days);
      const until = addDays(from, 42);
      const whole = planSlots(rule, { from, until }, nobodyAway);
      const parts = [
        ...planSlots(rule, { from, until: middle }, nobodyAway),
        ...planSlots(rule, { from: middle, until }, nobodyAway),
      ];
      assert.deepEqual(parts, whole);
    }),
    { numRuns: 100 },
  );
});

test('leave takes exactly the slots it meets, a closure those of its dates', () => {
  fc.assert(
    fc.property(
      anySession,
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 1, max: 2000 }),
      (session, at, length) => {
        const rule = ruleOf(session);
        const dates = { from: session.date, until: addDays(session.date, 15) };
        const all = planSlots(rule, dates, nobodyAway);
        const fromMs = (all[0]?.startMs ?? 0) + at * 7 * MINUTE_MS;
        const leave = { fromMs, toMs: fromMs + length * MINUTE_MS };
        const during = planSlots(rule, dates, { leave: [leave], closed: [] });
        const ids = new Set(during.map(({ id }) => id));
        for (const { id, startMs, endMs } of all) {
          if (startMs < leave.toMs && endMs > leave.fromMs) assert.ok(!ids.has(id));
        }
        for (const slot of during) assert.ok(slot.startMs >= leave.toMs || slot.endMs <= leave.fromMs);
        const closed = { from: addDays(session.date, 1), until: addDays(session.date, 9) };
        const open = planSlots(rule, dates, { leave: [], closed: [closed] });
        assert.ok(
          open.every(({ localStart }) => localStart < closed.from || localStart.slice(0, 10) >= closed.until),
        );
      },
    ),
    { numRuns: 100 },
  );
});
