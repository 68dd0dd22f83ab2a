import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, beforeEach, test } from 'node:test';
import { type TestDatabase, testDatabase } from '@healthbooker/local/test/database';
import { createLogger } from '@healthbooker/runtime/log';
import { createMetrics } from '@healthbooker/runtime/metrics';
import type { Pool } from '@healthbooker/runtime/postgres';
import fc from 'fast-check';
import { addDays } from '../directory/local-time.ts';
import { openSchedulerPool } from '../pool.ts';
import { fillHospital, type Hospital } from '../test/hospital.ts';
import { materialise } from './materialise.ts';
import { planSlots, type SessionRule } from './plan-slots.ts';

const metrics = createMetrics('test');
const log = createLogger('test', 'silent');
const NOW = new Date('2026-12-01T08:00:00Z');
const nothing = { added: 0, retired: 0, retiredTaken: [], opened: [], unretired: [], failed: [] };
let database: TestDatabase;
let pool: Pool;
let hospital: Hospital;

beforeEach(async () => {
  await closeDatabase();
  database = await testDatabase('scheduler');
  pool = openSchedulerPool({ url: database.url, max: 4, metrics, log, statementTimeoutMs: 10_000 });
  hospital = await fillHospital(pool, '2026-01-01');
});
after(closeDatabase);

async function closeDatabase(): Promise<void> {
  await pool?.end();
  await database?.drop();
}

async function count(where = 'true'): Promise<number> {
  const { rows } = await pool.query(`select count(*) as n from slot where ${where}`);
  return rows[0].n;
}

const rule: SessionRule = {
  id: '7b0c6c3e-0000-4000-8000-000000000001',
  timeZone: 'Europe/London',
  weekday: 7,
  startMinute: 0,
  endMinute: 240,
  seats: 1,
  effective: { from: '2026-01-01', until: null },
  lengthMin: 30,
  bufferBeforeMin: 0,
  bufferAfterMin: 0,
  reservedFor: null,
  reservedShare: 0,
  releaseBeforeMin: 0,
};
const nobodyAway = { leave: [], closed: [] };
const on = (date: string) => ({ from: date, until: addDays(date, 1) });
const starts = (slots: ReturnType<typeof planSlots>) =>
  slots.map(
    ({ localStart, startMs }) => `${localStart.slice(11)} ${new Date(startMs).toISOString().slice(11, 16)}Z`,
  );

test('in spring the starts that the clocks jump over are left out', () => {
  assert.deepEqual(starts(planSlots(rule, on('2026-03-29'), nobodyAway)), [
    '00:00 00:00Z',
    '00:30 00:30Z',
    '02:00 01:00Z',
    '02:30 01:30Z',
    '03:00 02:00Z',
    '03:30 02:30Z',
  ]);
});

test('in autumn the earlier of two is meant', () => {
  assert.deepEqual(starts(planSlots(rule, on('2026-10-25'), nobodyAway)), [
    '00:00 23:00Z',
    '00:30 23:30Z',
    '01:00 00:00Z',
    '01:30 00:30Z',
    '02:00 02:00Z',
    '02:30 02:30Z',
    '03:00 03:00Z',
    '03:30 03:30Z',
  ]);
});

test('a visit lasts its length in elapsed time, also across a change', () => {
  const long = { ...rule, lengthMin: 90, endMinute: 300 };
  const slots = planSlots(long, on('2026-03-29'), nobodyAway);
  for (const { startMs, endMs } of slots) assert.equal(endMs - startMs, 90 * 60_000);
  // 00:00 to 01:30 UTC; 01:30 does not exist; 03:00 is 02:00 UTC.
  assert.deepEqual(starts(slots), ['00:00 00:00Z', '03:00 02:00Z']);
});

test('where nothing changes on Sundays, summer time moves instants by the hour', () => {
  const morning = { ...rule, startMinute: 540, endMinute: 600 };
  assert.deepEqual(starts(planSlots(morning, on('2026-03-22'), nobodyAway)), [
    '09:00 09:00Z',
    '09:30 09:30Z',
  ]);
  assert.deepEqual(starts(planSlots(morning, on('2026-03-29'), nobodyAway)), [
    '09:00 08:00Z',
    '09:30 08:30Z',
  ]);
});

test('plans of any rule: no two visits in one place, each within its session', () => {
  const anyRule = fc.record({
    timeZone: fc.constantFrom('Europe/London', 'America/New_York', 'Asia/Karachi', 'Australia/Lord_Howe'),
    weekday: fc.integer({ min: 1, max: 7 }),
    startMinute: fc.integer({ min: 0, max: 1000 }),
    lengthMin: fc.integer({ min: 5, max: 120 }),
    bufferBeforeMin: fc.integer({ min: 0, max: 20 }),
    bufferAfterMin: fc.integer({ min: 0, max: 20 }),
    seats: fc.integer({ min: 1, max: 3 }),
    reservedShare: fc.constantFrom(0, 0.25, 0.5, 1),
  });
  fc.assert(
    fc.property(anyRule, (part) => {
      const any: SessionRule = {
        ...rule,
        ...part,
        endMinute: Math.min(1439, part.startMinute + 400),
        reservedFor: part.reservedShare > 0 ? 'urgent' : null,
      };
      const slots = planSlots(any, { from: '2026-03-01', until: '2026-05-01' }, nobodyAway);
      assert.equal(new Set(slots.map(({ id }) => id)).size, slots.length);
      const visits = [...new Map(slots.map((slot) => [slot.visitId, slot])).values()];
      for (const [i, visit] of visits.entries()) {
        const next = visits[i + 1];
        const gapMs = (any.bufferBeforeMin + any.bufferAfterMin) * 60_000;
        if (next !== undefined) assert.ok(next.startMs >= visit.endMs + gapMs);
        const [hour, minute] = visit.localStart.slice(11).split(':').map(Number);
        const minuteOfDay = (hour ?? 0) * 60 + (minute ?? 0);
        assert.ok(minuteOfDay >= any.startMinute && minuteOfDay + any.lengthMin <= any.endMinute);
        const local = new Intl.DateTimeFormat('sv', {
          timeZone: any.timeZone,
          dateStyle: 'short',
          timeStyle: 'short',
        }).format(visit.startMs);
        assert.equal(local.replace(' ', 'T'), visit.localStart);
      }
    }),
    { numRuns: 60 },
  );
});

test('slots reach the horizon; running again, or twice at once, adds nothing', async () => {
  const [one, two] = await Promise.all([materialise(pool, NOW), materialise(pool, NOW)]);
  const total = await count();
  assert.equal(one.added + two.added, total);
  // 14 starts a day in London, 4 in Karachi, for 91 days; two of today's have passed in Karachi, where it is 13:00.
  assert.equal(total, 91 * 18 - 4);
  assert.deepEqual(await materialise(pool, NOW), nothing);
  const later = await materialise(pool, new Date(NOW.getTime() + 86_400_000));
  assert.equal(later.added, 18);
});

test('carve-outs are kept until their release', async () => {
  await materialise(pool, NOW);
  assert.equal(await count("specialty_id = 'dermatology' and reserved_for = 'urgent'"), 180);
  assert.equal(await count("reserved_for is not null and release_at <> start_at - interval '1 day'"), 0);
});

test('a leave retires free slots, keeps taken ones, and ends without a trace', async () => {
  await materialise(pool, NOW);
  const day = `provider_id = '${hospital.heart.provider}' and start_at::date = '2026-12-10'`;
  const taken = await pool.query(`select id from slot where ${day} order by start_at limit 1`);
  await pool.query("update slot set state = 'booked' where id = $1", [taken.rows[0].id]);
  await pool.query(
    "insert into provider_leave values ($1, $2, tstzrange('2026-12-10T00:00Z', '2026-12-11T00:00Z'), 'away')",
    [randomUUID(), hospital.heart.provider],
  );
  const lookAgain = 'update session set materialised_until = null where provider_id = $1';
  await pool.query(lookAgain, [hospital.heart.provider]);
  const { retired, retiredTaken } = await materialise(pool, NOW);
  assert.equal(retired, 10);
  assert.deepEqual(retiredTaken, [taken.rows[0].id]);
  assert.equal(await count(`${day} and state = 'closed'`), 9);
  await pool.query('delete from provider_leave');
  await pool.query(lookAgain, [hospital.heart.provider]);
  assert.deepEqual(await materialise(pool, NOW), nothing);
  assert.equal(await count(`${day} and state = 'settling' and not is_retired`), 9);
});

test('a closure of a place closes its clinics only; a session ends with its effective dates', async () => {
  await pool.query(
    "insert into closure values ($1, 'london', daterange('2026-12-24', '2026-12-27'), 'holidays')",
    [randomUUID()],
  );
  await pool.query(
    "update session set effective = daterange('2026-01-01', '2027-01-01') where location_id = 'karachi'",
  );
  await materialise(pool, NOW);
  assert.equal(
    await count("location_id = 'london' and local_start::date between '2026-12-24' and '2026-12-26'"),
    0,
  );
  assert.equal(await count("location_id = 'karachi' and local_start::date = '2026-12-25'"), 4);
  assert.equal(await count("location_id = 'karachi' and local_start >= '2027-01-01'"), 0);
});

test('a provider is never in two places, whatever the sessions say', async () => {
  await pool.query(
    `insert into session(id, provider_id, location_id, visit_type_id, weekday, starts, ends, seats, effective)
     values ($1, $2, 'london', 'heart-visit', 3, '09:15', '11:15', 2, daterange('2026-01-01', null))`,
    [randomUUID(), hospital.heart.provider],
  );
  await materialise(pool, NOW);
  const { rows } = await pool.query(
    `select count(*) as n from slot a join slot b using (provider_id)
     where a.visit_id < b.visit_id and a.blocks && b.blocks`,
  );
  assert.equal(rows[0].n, 0);
});
