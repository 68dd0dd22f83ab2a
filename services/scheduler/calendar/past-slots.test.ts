/** What a service tidies goes in steps that end in time, whatever else fails and whatever a clock says. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { moveDatabaseClock } from '@healthbooker/local/test/database-clock';
import { createLogger } from '@healthbooker/runtime/log';
import { createMetrics } from '@healthbooker/runtime/metrics';
import { schedulerConfig } from '../config.ts';
import { openSchedulerPool } from '../pool.ts';
import { create } from '../service.ts';
import { makeBed, START, type TestBed } from '../test/service.ts';
import { closePastSlots } from './past-slots.ts';

const day_ms = 86_400_000;
const log = createLogger('test', 'silent');
let bed: TestBed;

before(async () => {
  bed = await makeBed({ statementTimeoutMs: 120_000, settleWithinMs: 1000 });
});
after(() => bed?.remove());

async function count(sql: string): Promise<number> {
  return (await bed.pool.query(`select count(*) as n from ${sql}`)).rows[0].n;
}

async function until(what: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 20_000; !(await what()); await sleep(25)) {
    assert.ok(Date.now() < end, 'it did not happen');
  }
}

/** Free slots that began, a minute apart, up to so many days after START; every other one of another specialty. */
const addSlots = (many: number, days: number, seat = 900) =>
  bed.pool.query(
    `insert into slot(id, session_id, local_start, seat, visit_id, provider_id, specialty_id, location_id, visit_type_id,
       start_at, end_at, blocks, state)
     select gen_random_uuid(), o.session_id, at at time zone 'UTC', $4::int + n, gen_random_uuid(), o.provider_id,
       o.specialty_id, o.location_id, o.visit_type_id, at, at + interval '1 minute', tstzrange(at, at + interval '1 minute'), 'free'
     from generate_series(1, $1::int) n
     cross join lateral (select $2::timestamptz + make_interval(days => $3::int) - make_interval(mins => n) as at) time
     join (select s.*, row_number() over () as place from (
       select distinct on (specialty_id) * from slot order by specialty_id, id limit 2) s) o on o.place = 1 + n % 2`,
    [many, START, days, seat],
  );

/** A scheduler that runs at a time, with its metrics. */
async function startAt(now: Date) {
  const metrics = createMetrics('scheduler');
  const config = schedulerConfig({
    NODE_ENV: 'test',
    LOG_LEVEL: process.env['HB_TEST_LOG'] ? 'debug' : 'silent',
    ...bed.env,
  });
  const service = await create(config, { clock: () => now, metrics });
  await service.start();
  return {
    async metric(line: string): Promise<number> {
      const text = await metrics.registry.metrics();
      const found = text.split('\n').find((candidate) => candidate.startsWith(line));
      return Number(found?.split(' ').at(-1));
    },
    close: () => service.close(),
  };
}

/** Rows of slots that connections which have ended read, by scan or by index, and this one, which tells at once. */
async function rowsRead(): Promise<number> {
  await bed.pool.query('select pg_stat_force_next_flush()');
  const { rows } = await bed.pool.query(
    `select seq_tup_read + coalesce(idx_tup_fetch, 0) as rows from pg_stat_user_tables where relname = 'slot'`,
  );
  return Number(rows[0].rows);
}

test('closing the free slots of the past reads what it closes, the earliest first, and touches no other', async () => {
  await addSlots(80_000, -1);
  await bed.pool.query('vacuum analyze slot');
  const before = new Date(START.getTime() - day_ms);
  const toGo = await count(`slot where state = 'free' and start_at < '${before.toISOString()}'`);
  const others = await count(`slot where state = 'free' and start_at >= '${before.toISOString()}'`);
  assert.ok(toGo >= 80_000 && others > 100, `${toGo} and ${others}`);
  const pool = openSchedulerPool({
    url: bed.env['DATABASE_URL'] ?? '',
    max: 2,
    metrics: createMetrics('test'),
    log,
    statementTimeoutMs: 10_000,
  });
  const readBefore = await rowsRead();
  const task = closePastSlots(pool);
  const measured = await task.measure(START);
  assert.equal(measured.waiting, 2000);
  assert.ok(measured.overdue_s > 50 * 86_400, `${measured.overdue_s} s`);
  const steps = await Promise.all(Array.from({ length: 20 }, () => task.step(START)));
  assert.deepEqual(
    steps.map(({ isMore }) => isMore),
    steps.map(() => true),
  );
  const closed = steps.reduce((sum, { rows }) => sum + rows, 0);
  // What a connection has counted is told when it ends.
  await pool.end();
  await until(async () => (await rowsRead()) >= readBefore + closed);
  const read = (await rowsRead()) - readBefore;
  assert.ok(read < 20 * closed, `${read} rows read to close ${closed}`);
  const left = await count(`slot where state = 'free' and start_at < '${before.toISOString()}'`);
  assert.equal(left, toGo - closed);
  const { rows } = await bed.pool.query(
    `select max(start_at) filter (where state = 'closed') < min(start_at) filter (where state = 'free') as is_earliest
     from slot where start_at < $1 group by specialty_id having bool_or(state = 'closed')`,
    [before],
  );
  assert.ok(rows.length > 0 && rows.every(({ is_earliest }) => is_earliest), 'the earliest first');
  const rest = closePastSlots(bed.pool);
  while ((await rest.step(START)).isMore);
  assert.equal(await count(`slot where state = 'free' and start_at < '${before.toISOString()}'`), 0);
  assert.equal(await count(`slot where state = 'free'`), others);
  assert.deepEqual(await rest.measure(START), { waiting: 0, overdue_s: 0 });
});

/** Holds of a slot that ended so many days before START. */
const addHolds = (many: number, days: number) =>
  bed.pool.query(
    `insert into hold(id, slot_id, patient_id, urgency, expires_at, state)
     select gen_random_uuid(), (select id from slot order by id limit 1), gen_random_uuid(), 'routine',
       $2::timestamptz - make_interval(days => $3::int), 'expired'
     from generate_series(1, $1::int)`,
    [many, START, days],
  );

test('a step that fails stops no other, and what it leaves behind shows', async () => {
  await moveDatabaseClock(bed.pool, START);
  await addHolds(3, 36);
  await addHolds(2, 34);
  await addSlots(450, -1, 400_000);
  await bed.pool.query('revoke delete on hold from scheduler');
  const scheduler = await startAt(START);
  await until(async () => (await count(`slot where state = 'free' and seat >= 900`)) === 0);
  await until(async () => (await scheduler.metric('housekeeping_failures_total{task="prune-holds"')) > 0);
  await until(async () => (await scheduler.metric('housekeeping_waiting_rows{task="prune-holds"')) === 3);
  assert.equal(await scheduler.metric('housekeeping_overdue_seconds{task="prune-holds"'), 86_400);
  assert.equal(await count('hold'), 5);
  await scheduler.close();
  await bed.pool.query('grant delete on hold to scheduler');
  const again = await startAt(START);
  await until(async () => (await count('hold')) === 2);
  await again.close();
});

test('a process whose clock is a month ahead closes and removes nothing, and says by how much they differ', async () => {
  await moveDatabaseClock(bed.pool, START);
  const scheduler = await startAt(new Date(START.getTime() + 31 * day_ms));
  await until(async () => (await scheduler.metric('database_clock_difference_seconds')) === -31 * 86_400);
  // Each of its tasks has had its turn.
  await sleep(500);
  await scheduler.close();
  // They ended 34 days ago.
  assert.equal(await count('hold'), 2);
  assert.equal(await count(`slot where state = 'closed' and start_at > '${START.toISOString()}'`), 0);
});
