/** Decisions that are over go to the bucket, whole and readable, before they go from here, and never otherwise. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { archiveBucket, awsEnv } from '@healthbooker/local/stores';
import { moveDatabaseClock } from '@healthbooker/local/test/database-clock';
import { testVariable } from '@healthbooker/local/test/variables';
import { type Bucket, openBucket } from '@healthbooker/runtime/bucket';
import { observeStatements } from '@healthbooker/runtime/fault-point';
import { createLogger } from '@healthbooker/runtime/log';
import { createMetrics } from '@healthbooker/runtime/metrics';
import type { Pool } from '@healthbooker/runtime/postgres';
import { readRetention } from '@healthbooker/runtime/retention';
import { openSchedulerPool } from '../../pool.ts';
import {
  aPatient,
  makeBed,
  START,
  startOn,
  type TestBed,
  type TestScheduler,
  wanting,
} from '../../test/service.ts';
import { pastDecisions } from '../past-decisions.ts';
import { nothingReplayed, replayAll } from '../replay-all.ts';
import { archiveDecisions } from './archive-decisions.ts';
import { findDecisions, replayArchived } from './archived-decisions.ts';

const all = 'appointment_id, version, rule_version, inputs, outcome, decided_at';
/** December 2026 has been over for 24 months. */
const OVER = new Date('2029-01-01T06:00:00Z');
let bed: TestBed;
let scheduler: TestScheduler;
let pool: Pool;
let bucket: Bucket;
/** A visit of two versions, and how its booking is repeated. */
let visit: string;
let bookAgain: () => Promise<unknown>;
let booked: unknown;

before(async () => {
  bed = await makeBed();
  scheduler = await startOn(bed);
  Object.assign(process.env, awsEnv);
  bucket = openBucket(archiveBucket, { ...awsEnv, S3_ENDPOINT: testVariable('HB_TEST_S3_ENDPOINT') });
  const options = { max: 4, metrics: createMetrics('test'), log: createLogger('test', 'silent') };
  pool = openSchedulerPool({ ...options, url: bed.env['DATABASE_URL'] ?? '' });
  const patient = await aPatient();
  const [first, second = ''] = await scheduler.freeSlots('cardiology', '2026-12-20');
  const booking = wanting(patient, first);
  visit = booking.appointmentId;
  bookAgain = () => scheduler.call('Reserve', booking, patient.as());
  booked = await bookAgain();
  const move = { appointmentId: visit, expectedVersion: 1, slotId: second, operationKey: randomUUID() };
  await scheduler.call('MoveReservation', move, patient.as());
});
/** All decisions are in December 2026, 2500 of others among them, which no visit goes with. */
beforeEach(async () => {
  observeStatements(undefined);
  await moveDatabaseClock(bed.pool, OVER);
  await bed.pool.query('delete from decision_archive_part');
  await bed.pool.query('delete from decision_archive');
  if (saved.length === 0) saved = (await bed.pool.query(`select ${all} from decision order by 1, 2`)).rows;
  for (const month of await months()) await bed.pool.query(`drop table decision_past_${month}`);
  await bed.pool.query('delete from decision');
  await bed.pool.query(
    `insert into decision(${all}) select * from jsonb_populate_recordset(null::decision_view, $1::jsonb)`,
    [JSON.stringify(saved)],
  );
  await bed.pool.query(
    `insert into decision(${all})
     select gen_random_uuid(), 1, rule_version, inputs, outcome, decided_at + n * interval '1 second'
     from decision cross join generate_series(1, 2500) n where appointment_id = $1 and version = 1`,
    [visit],
  );
  for (const task of pastDecisions(pool, readRetention())) while ((await task.step(OVER)).isMore);
  assert.equal(await count('decision_past'), 2502);
});
after(async () => {
  observeStatements(undefined);
  bucket?.close();
  await pool?.end();
  await scheduler?.close();
  await bed?.remove();
});

let saved: unknown[] = [];

async function months(): Promise<string[]> {
  const { rows } = await bed.pool.query(
    `select right(inhrelid::regclass::text, 6) as month from pg_inherits where inhparent = 'decision_past'::regclass order by 1`,
  );
  return rows.map(({ month }) => month);
}

async function count(sql: string): Promise<number> {
  return (await bed.pool.query(`select count(*)::int as n from ${sql}`)).rows[0].n;
}

const archiving = (into: Bucket | undefined = bucket) => archiveDecisions(pool, into, readRetention());

/** Steps until nothing is left; the number of decisions written and months dropped. */
async function archive(into: Bucket | undefined = bucket, at = OVER): Promise<number> {
  const task = archiving(into);
  for (let rows = 0; ; ) {
    const step = await task.step(at);
    rows += step.rows;
    if (!step.isMore) return rows;
  }
}

const isDropped = async () => !(await months()).includes('202612');

test('a month goes to the bucket and is dropped; its visit is found and its decisions are replayed from there', async () => {
  const before = await findDecisions(pool, bucket, visit);
  const replayed = await replayAll(pool, new Date(0));
  assert.ok((await archiving().measure(OVER)).waiting === 1);
  assert.equal(await archive(), 2502 + 1);
  assert.ok(await isDropped());
  assert.deepEqual(await archiving().measure(OVER), { waiting: 0, overdue_s: 0 });
  assert.equal(await count('decision_view'), 0);
  assert.equal(before.length, 2);
  assert.deepEqual(await findDecisions(pool, bucket, visit), before);
  assert.deepEqual(await findDecisions(pool, bucket, randomUUID()), []);
  const total = nothingReplayed();
  await replayArchived(pool, bucket, new Date(0), total);
  assert.deepEqual(total, replayed);
  const none = nothingReplayed();
  await replayArchived(pool, bucket, new Date('2027-02-01'), none);
  assert.deepEqual(none, nothingReplayed());
  // The index in the bucket names every object, and no name is about a person.
  const index = JSON.parse((await bucket.get('decisions/2026-12/1-index.json')).toString('utf8'));
  assert.equal(index.parts.length, 3);
  for (const { key } of index.parts)
    assert.match(key, /^decisions\/2026-12\/1-00000\d-[0-9a-f]{16}\.ndjson\.gz$/);
});

test('a repeat is answered, and nothing counts as broken, when the decision is in the archive', async () => {
  await archive();
  // Events have gone long before.
  for (const table of ['outbox', 'outbox_sent']) await bed.pool.query(`delete from ${table}`);
  scheduler.clock.now = OVER;
  assert.deepEqual(await bookAgain(), booked);
  scheduler.clock.now = START;
  const versions = async () =>
    (await scheduler.broken()).filter((found) => JSON.stringify(found).includes(visit));
  assert.deepEqual(await versions(), []);
  await bed.pool.query('update decision_archive set dropped_at = null');
  assert.equal((await versions()).length, 1);
});

test('what cannot be written, is not read back as it was, or has nowhere to go, stays', async () => {
  const broken: (Bucket | undefined)[] = [
    undefined,
    { ...bucket, put: () => Promise.reject(new Error('no room')) },
    { ...bucket, get: () => Promise.reject(new Error('gone')) },
    { ...bucket, get: async (key) => (await bucket.get(key)).subarray(1) },
    { ...bucket, get: async () => Buffer.from('something else') },
  ];
  for (const one of broken) {
    const task = archiveDecisions(pool, one, readRetention());
    await assert.rejects(task.step(OVER));
  }
  assert.equal(await count('decision_archive_part'), 0);
  assert.equal(await count('decision_past'), 2502);
  const { waiting, overdue_s } = await archiving().measure(new Date('2029-01-02T00:00:00Z'));
  assert.deepEqual([waiting, overdue_s], [1, 86_400]);
});

test('a clock that is a month ahead, on either side, archives and drops nothing', async () => {
  const early = new Date('2028-12-31T23:00:00Z');
  await moveDatabaseClock(bed.pool, early);
  assert.equal(await archive(bucket, OVER), 0);
  await moveDatabaseClock(bed.pool, OVER);
  assert.equal(await archive(bucket, early), 0);
  assert.equal(await count('decision_past'), 2502);
});

test('nothing is dropped that was not archived as it is, nor before the minimum of the migration', async () => {
  const drop = (kept: number | null = 24) =>
    pool.query('select drop_decision_past_month($1, $2::int) as dropped', [OVER, kept]);
  assert.equal((await drop()).rows[0].dropped, null);
  // Whole, but for what came afterwards.
  const task = archiving();
  for (let rows = 0; rows < 2502; ) rows += (await task.step(OVER)).rows;
  await task.step(OVER);
  assert.equal(await count('decision_archive'), 1);
  await bed.pool.query(`insert into decision_past(${all})
    select gen_random_uuid(), version, rule_version, inputs, outcome, decided_at from decision_past limit 1`);
  // Null: the scheduler is at the months itself.
  const tried = async () => {
    for (let tries = 0; tries < 100 && (await drop()).rows[0].dropped === null; tries += 1) await sleep(50);
  };
  await assert.rejects(tried(), { code: '55000' });
  for (const kept of [11, 0, -1, null]) await assert.rejects(drop(kept), { code: '22023' });
  for (const sql of [
    'delete from decision_archive',
    'update decision_archive set dropped_at = now()',
    'delete from decision_archive_part',
    'drop table decision_past_202612',
  ]) {
    await assert.rejects(pool.query(sql), { code: '42501' }, sql);
  }
  assert.ok(!(await isDropped()));
  // It is written once more, and then dropped.
  assert.equal(await archive(), 2503 + 1);
  assert.ok(await isDropped());
  assert.equal((await findDecisions(pool, bucket, visit)).length, 2);
  // A month that comes again, late, is another attempt, and what was there before is still found.
  await bed.pool.query(`select make_decision_past_month('2026-12-01')`);
  await bed.pool.query(
    `insert into decision_past(${all}) select * from jsonb_populate_recordset(null::decision_view, $1::jsonb)`,
    [JSON.stringify([{ ...(saved[0] as object), appointment_id: visit, version: 3 }])],
  );
  assert.equal(await archive(), 1 + 1);
  assert.deepEqual(
    (await findDecisions(pool, bucket, visit)).map(({ version }) => version),
    [1, 2, 3],
  );
});

test('while some of a month has still to move there, it is not archived', async () => {
  await bed.pool.query(`insert into decision(${all})
    select gen_random_uuid(), version, rule_version, inputs, outcome, decided_at from decision_past limit 1`);
  assert.equal(await archive(), 0);
  for (const task of pastDecisions(pool, readRetention())) while ((await task.step(OVER)).isMore);
  assert.equal(await archive(), 2503 + 1);
});

test('two processes at once, and one killed behind any statement, lose nothing', async () => {
  await Promise.all([archive(), archive()]);
  await archive();
  assert.ok(await isDropped());
  assert.equal(await count('decision_archive where dropped_at is not null'), 1);
  assert.equal((await findDecisions(pool, bucket, visit)).length, 2);
});

for (const name of [
  'decision-month-due',
  'decisions-to-archive',
  'insert-archive-part',
  'archive-parts-of-month',
  'insert-archive',
  'drop-decision-past-month',
]) {
  test(`killed behind ${name}, archiving goes on the next time`, async () => {
    let isArmed = true;
    observeStatements((passed) => {
      if (!isArmed || passed !== name) return;
      isArmed = false;
      throw new Error('killed');
    });
    await assert.rejects(archive(), { message: 'killed' });
    await archive();
    assert.ok(await isDropped());
    assert.equal(await count('decision_archive_part'), 3);
    assert.equal((await findDecisions(pool, bucket, visit)).length, 2);
    const total = nothingReplayed();
    await replayArchived(pool, bucket, new Date(0), total);
    assert.equal(total.same + total.notReplayable, 2502);
  });
}
