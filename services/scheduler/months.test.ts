/** A table by months has a partition for what comes, and loses one only when all of it is over by every clock. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { type TestDatabase, testDatabase } from '@healthbooker/local/test/database';
import { moveDatabaseClock } from '@healthbooker/local/test/database-clock';
import { observeStatements } from '@healthbooker/runtime/fault-point';
import type { Task } from '@healthbooker/runtime/housekeeping';
import { createLogger } from '@healthbooker/runtime/log';
import { createMetrics } from '@healthbooker/runtime/metrics';
import { partitioned } from '@healthbooker/runtime/partition-sql';
import { partitionTasks } from '@healthbooker/runtime/partition-tasks';
import { openSchedulerPool } from './pool.ts';

const log = createLogger('test', 'silent');
/** The last hour of a month. */
const NOW = new Date('2026-01-31T23:30:00Z');
const YEAR_AHEAD = new Date('2027-01-31T23:30:00Z');
const kept_months = 24;
let database: TestDatabase;
let owner: ReturnType<typeof openSchedulerPool>;
let pool: ReturnType<typeof openSchedulerPool>;

before(async () => {
  database = await testDatabase('scheduler');
  const options = { max: 6, metrics: createMetrics('test'), log };
  owner = openSchedulerPool({ ...options, url: database.url });
  pool = openSchedulerPool({ ...options, url: database.serviceUrl });
  // What the migration of a table by months has.
  await owner.query(`
    create table thing (id int not null, at timestamptz not null, primary key (id, at)) partition by range (at);
    create function make_thing_month(day date) returns boolean
    language sql security definer set search_path = pg_catalog, pg_temp as $$select public.make_month('thing', day)$$;
    create function drop_thing_month(at timestamptz, kept_months int) returns date
    language sql security definer set search_path = pg_catalog, pg_temp as $$select public.drop_month('thing', at, kept_months, 12)$$;
    revoke execute on function make_thing_month(date), drop_thing_month(timestamptz, int) from public;
    grant execute on function make_thing_month(date), drop_thing_month(timestamptz, int) to scheduler;
    grant select, insert on thing to scheduler`);
});
beforeEach(async () => {
  observeStatements(undefined);
  await moveDatabaseClock(owner, NOW);
  for (const month of await months()) await owner.query(`drop table thing_${month}`);
});
after(async () => {
  observeStatements(undefined);
  await Promise.all([owner.end(), pool.end()]);
  await database.drop();
});

const thing = partitioned('thing', 'month');

function task(verb: 'make' | 'drop'): Task {
  const found = partitionTasks(pool, thing, kept_months).find(({ name }) => name === `${verb}-thing-months`);
  assert.ok(found);
  return found;
}

async function finish(one: Task, at = NOW): Promise<void> {
  while ((await one.step(at)).isMore);
}

/** The months that have a partition, as 202601. */
async function months(): Promise<string[]> {
  const { rows } = await owner.query(
    `select right(inhrelid::regclass::text, 6) as month from pg_inherits where inhparent = 'thing'::regclass order by 1`,
  );
  return rows.map(({ month }) => month);
}

async function made(...days: string[]): Promise<void> {
  for (const day of days) await owner.query('select make_thing_month($1::date)', [day]);
}

test('this month and the next are made by two processes at once, once each, and hold what is theirs to the second', async () => {
  const missing = await task('make').measure(NOW);
  assert.equal(missing.waiting, 2);
  // This month was to be there when the month before began.
  assert.equal(missing.overdue_s, (NOW.getTime() - Date.UTC(2025, 11, 1)) / 1000);
  await Promise.all([finish(task('make')), finish(task('make'))]);
  assert.deepEqual(await months(), ['202601', '202602']);
  assert.deepEqual(await task('make').measure(NOW), { waiting: 0, overdue_s: 0 });
  await pool.query(`insert into thing values (1, '2026-01-31T23:59:59.999Z'), (2, '2026-02-01T00:00:00Z')`);
  const { rows } = await owner.query('select id, tableoid::regclass::text as month from thing order by id');
  assert.deepEqual(rows, [
    { id: 1, month: 'thing_202601' },
    { id: 2, month: 'thing_202602' },
  ]);
});

test('months are made by the clock of the database, and none is far away, whatever day is asked for', async () => {
  await finish(task('make'), YEAR_AHEAD);
  assert.deepEqual(await months(), ['202601', '202602']);
  await made('2016-01-01', '2026-03-31');
  for (const day of ['2015-12-31', '2026-04-01', '9999-01-01', 'infinity', null]) {
    await assert.rejects(pool.query('select make_thing_month($1::date)', [day]), { code: '22023' }, `${day}`);
  }
  assert.deepEqual(await months(), ['201601', '202601', '202602', '202603']);
});

test('a month is dropped when all of it is over by both clocks, the oldest first, by two processes at once', async () => {
  await made('2023-11-01', '2023-12-01', '2024-01-01', '2024-02-01', '2026-01-01');
  const drop = task('drop');
  // 24 months after the end of December 2023 was 31 days ago.
  const { waiting, overdue_s } = await drop.measure(NOW);
  assert.equal(waiting, 2);
  assert.equal(overdue_s, (NOW.getTime() - Date.UTC(2025, 11, 1)) / 1000);
  await Promise.all([finish(drop), finish(task('drop'))]);
  await finish(drop);
  assert.deepEqual(await months(), ['202401', '202402', '202601']);
  assert.deepEqual(await drop.measure(NOW), { waiting: 0, overdue_s: 0 });
  // A process whose clock has jumped, and then the database whose own has.
  await finish(drop, YEAR_AHEAD);
  await moveDatabaseClock(owner, YEAR_AHEAD);
  await finish(drop, NOW);
  assert.deepEqual(await months(), ['202401', '202402', '202601']);
  await finish(drop, YEAR_AHEAD);
  assert.deepEqual(await months(), ['202601']);
});

test('nothing is dropped before the minimum that the migration fixed, and what needs the owner is granted to nobody', async () => {
  await made('2023-12-01');
  for (const kept of [11, 0, -1, null]) {
    await assert.rejects(pool.query('select drop_thing_month($1, $2::int)', [NOW, kept]), {
      code: '22023',
      message: /12 months at least/,
    });
  }
  await assert.rejects(pool.query('select drop_thing_month(null, 12)'), { code: '22023' });
  for (const sql of [
    `select make_month('thing', '2026-01-01')`,
    `select drop_month('thing', '2026-01-31', 0, 0)`,
    'drop table thing_202312',
    'delete from thing',
    'truncate thing',
  ]) {
    await assert.rejects(pool.query(sql), { code: '42501' }, sql);
  }
  assert.deepEqual(await months(), ['202312']);
});

test('killed behind any statement, months are made and dropped the next time', async () => {
  for (const name of ['months-missing', 'make-thing-month', 'drop-thing-month']) {
    for (const month of await months()) await owner.query(`drop table thing_${month}`);
    await made('2023-12-01');
    let isArmed = true;
    observeStatements((passed) => {
      if (!isArmed || passed !== name) return;
      isArmed = false;
      throw new Error('killed');
    });
    for (let tries = 0; tries < 2; tries++) {
      for (const one of partitionTasks(pool, thing, kept_months)) {
        await finish(one).catch((error: Error) => assert.equal(error.message, 'killed'));
      }
    }
    assert.ok(!isArmed, `${name} was run`);
    assert.deepEqual(await months(), ['202601', '202602'], name);
  }
});
