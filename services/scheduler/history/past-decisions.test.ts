/** A decision of long ago leaves for its month, and whoever reads decisions notices nothing. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, test } from 'node:test';
import { moveDatabaseClock } from '@healthbooker/local/test/database-clock';
import type { DecisionServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/DecisionService';
import { observeStatements } from '@healthbooker/runtime/fault-point';
import type { GrpcClient } from '@healthbooker/runtime/grpc-client';
import type { Task } from '@healthbooker/runtime/housekeeping';
import { createLogger } from '@healthbooker/runtime/log';
import { createMetrics } from '@healthbooker/runtime/metrics';
import type { Pool } from '@healthbooker/runtime/postgres';
import { readRetention } from '@healthbooker/runtime/retention';
import { openSchedulerPool } from '../pool.ts';
import {
  anAdmin,
  aPatient,
  makeBed,
  type Person,
  START,
  startOn,
  type TestBed,
  type TestScheduler,
  wanting,
} from '../test/service.ts';
import { entryOf, joining, waitlistOf } from '../test/waiting.ts';
import { pastDecisions } from './past-decisions.ts';
import { replayAll } from './replay-all.ts';

const day_ms = 86_400_000;
const daysOn = (days: number) => new Date(START.getTime() + days * day_ms);
/** Whatever was decided at the start has been at hand for its 90 days. */
const OVER = daysOn(91);
let bed: TestBed;
let scheduler: TestScheduler;
let decisions: GrpcClient<DecisionServiceDefinition>['call'];
let pool: Pool;
let patient: Person;
let admin: Person;
/** A visit of three versions a day apart, and a waiting entry. */
let visit: string;
let entry: string;

before(async () => {
  bed = await makeBed();
  scheduler = await startOn(bed);
  decisions = scheduler.service<DecisionServiceDefinition>('healthbooker.scheduler.v1.DecisionService');
  const options = { max: 4, metrics: createMetrics('test'), log: createLogger('test', 'silent') };
  pool = openSchedulerPool({ ...options, url: bed.env['DATABASE_URL'] ?? '' });
  [patient, admin] = await Promise.all([aPatient(), anAdmin()]);
  const [first, second = '', third = ''] = await scheduler.freeSlots('cardiology', '2026-12-20');
  const booking = wanting(patient, first);
  visit = booking.appointmentId;
  await scheduler.call('Reserve', booking, patient.as());
  const waiter = await aPatient();
  // Nobody works in the evening: it waits.
  const joined = joining(waiter, { timesOfDay: ['TIME_OF_DAY_EVENING'] });
  entry = entryOf((await waitlistOf(scheduler)('JoinWaitlist', joined, waiter.as())).entry).appointmentId;
  for (const [at, slotId] of [second, third].entries()) {
    scheduler.clock.now = daysOn(at + 1);
    const move = { appointmentId: visit, expectedVersion: at + 1, slotId, operationKey: randomUUID() };
    await scheduler.call('MoveReservation', move, patient.as());
  }
});
beforeEach(async () => {
  observeStatements(undefined);
  await moveDatabaseClock(bed.pool);
  await bed.pool.query(`insert into decision(appointment_id, version, rule_version, inputs, outcome, decided_at)
    select appointment_id, version, rule_version, inputs, outcome, decided_at from decision_past`);
  for (const name of await months()) await bed.pool.query(`drop table decision_past_${name}`);
});
after(async () => {
  observeStatements(undefined);
  await pool?.end();
  await scheduler?.close();
  await bed?.remove();
});

function task(name: string): Task {
  const found = pastDecisions(pool, readRetention()).find((one) => one.name === name);
  assert.ok(found, name);
  return found;
}

async function finish(one: Task, at: Date): Promise<number> {
  for (let rows = 0; ; ) {
    const step = await one.step(at);
    rows += step.rows;
    if (!step.isMore) return rows;
  }
}

/** Program and database at an instant. */
async function moveAt(at: Date): Promise<number> {
  await moveDatabaseClock(bed.pool, at);
  return finish(task('move-decisions'), at);
}

async function months(): Promise<string[]> {
  const { rows } = await bed.pool.query(
    `select right(inhrelid::regclass::text, 6) as month from pg_inherits where inhparent = 'decision_past'::regclass order by 1`,
  );
  return rows.map(({ month }) => month);
}

async function count(sql: string): Promise<number> {
  return (await bed.pool.query(`select count(*)::int as n from ${sql}`)).rows[0].n;
}

const all = 'appointment_id, version, rule_version, inputs, outcome, decided_at';

/** What everybody sees of decisions. */
async function read() {
  const { reservation } = await scheduler.call('GetReservation', { appointmentId: visit }, patient.as());
  const period = { fromAt: START.toISOString(), toAt: daysOn(20).toISOString() };
  const listed = [];
  for (let pageToken = ''; ; ) {
    const page = await decisions('ListDecisions', { ...period, pageSize: 1, pageToken }, admin.as());
    listed.push(...page.decisions);
    pageToken = page.nextPageToken;
    if (pageToken === '') break;
  }
  const ofVisit = await decisions('ListDecisions', { ...period, appointmentId: visit }, admin.as());
  const versions = [];
  for (const version of [0, 1, 2, 3]) {
    versions.push(await decisions('GetDecision', { appointmentId: visit, version }, admin.as()));
    versions.push(await decisions('ReplayDecision', { appointmentId: visit, version }, admin.as()));
  }
  return {
    history: reservation?.history,
    listed,
    ofVisit,
    versions,
    why: await decisions('GetDecision', { appointmentId: visit, version: 1 }, patient.as()),
    replayed: await replayAll(pool, new Date(0)),
    broken: await scheduler.broken(),
  };
}

test('whoever reads decisions finds them where they were, before they move, half of them moved, and all', async () => {
  const before = await read();
  assert.equal(before.history?.length, 3);
  assert.equal(before.listed.length, 4);
  assert.deepEqual(before.broken, []);
  assert.equal(before.replayed.differs, 0);
  assert.equal(await moveAt(new Date(START.getTime() + 90 * day_ms + 1000)), 2);
  assert.deepEqual(await read(), before);
  assert.equal(await moveAt(daysOn(93)), 2);
  assert.equal(await count('decision'), 0);
  assert.deepEqual(await months(), ['202612']);
  assert.deepEqual(await read(), before);
});

test('a clock that is a month ahead, on either side, moves nothing, and nobody moves what is younger than 35 days', async () => {
  await moveDatabaseClock(bed.pool, daysOn(60));
  assert.equal(await finish(task('move-decisions'), OVER), 0);
  await moveDatabaseClock(bed.pool, OVER);
  assert.equal(await finish(task('move-decisions'), daysOn(60)), 0);
  for (const [kept, most] of [
    [34, 1],
    [0, 1],
    [-1, 1],
    [null, 1],
    [90, 0],
    [90, 10_001],
  ]) {
    await assert.rejects(pool.query('select move_decisions($1, $2::int, $3::int)', [OVER, kept, most]), {
      code: '22023',
    });
  }
  await assert.rejects(pool.query('select move_decisions(null, 90, 1)'), { code: '22023' });
  assert.equal(await count('decision_past'), 0);
  for (const sql of ['delete from decision', 'delete from decision_past', 'truncate decision']) {
    await assert.rejects(pool.query(sql), { code: '42501' });
  }
});

test('what waits to move is counted, and how long the oldest has waited', async () => {
  const move = task('move-decisions');
  assert.deepEqual(await move.measure(daysOn(89)), { waiting: 0, overdue_s: 0 });
  assert.deepEqual(await move.measure(OVER), { waiting: 2, overdue_s: 86_400 });
});

test('two processes at once move each decision once; where one has no month, it stays and is booked on', async () => {
  await bed.pool.query(
    `insert into decision(${all})
     select gen_random_uuid(), 1, rule_version, inputs, outcome, decided_at - n * interval '1 day'
     from decision cross join generate_series(1, 100) n where appointment_id = $1 and version = 1`,
    [visit],
  );
  await bed.pool.query(
    `insert into decision(${all}) select gen_random_uuid(), 1, rule_version, inputs, outcome, '2001-01-01'
     from decision where appointment_id = $1 and version = 1`,
    [visit],
  );
  await moveDatabaseClock(bed.pool, OVER);
  const both = [finish(task('move-decisions'), OVER), finish(task('move-decisions'), OVER)] as const;
  const [some, others] = await Promise.all(both);
  assert.equal(some + others, 102);
  assert.equal(await count('decision_past'), 102);
  assert.deepEqual(await months(), ['202608', '202609', '202610', '202611', '202612']);
  // From before any month that is made.
  assert.equal(await count("decision where decided_at < '2002-01-01'"), 1);
  const [slotId] = await scheduler.freeSlots('cardiology', '2026-12-21');
  const somebody = await aPatient();
  await scheduler.call('Reserve', wanting(somebody, slotId), somebody.as());
  await bed.pool.query(
    'delete from decision where appointment_id not in (select appointment_id from operation)',
  );
  await bed.pool.query(
    'delete from decision_past where appointment_id not in (select appointment_id from operation)',
  );
});

test('killed behind any statement, moving goes on the next time, and nothing is lost or doubled', async () => {
  const before = (await bed.pool.query(`select ${all} from decision order by 1, 2`)).rows;
  for (const name of ['decision-months-missing', 'make-decision-past-month', 'move-decisions']) {
    for (const month of await months()) {
      await bed.pool.query(`insert into decision(${all}) select ${all} from decision_past_${month}`);
      await bed.pool.query(`drop table decision_past_${month}`);
    }
    let isArmed = true;
    observeStatements((passed) => {
      if (!isArmed || passed !== name) return;
      isArmed = false;
      throw new Error('killed');
    });
    await assert.rejects(moveAt(daysOn(200)), { message: 'killed' });
    await moveAt(daysOn(200));
    assert.equal(await count('decision'), 0, name);
    assert.deepEqual(
      (await bed.pool.query(`select ${all} from decision_past order by 1, 2`)).rows,
      before,
      name,
    );
  }
});

test('decisions about who waits for a specialty are listed under it, and under no other', async () => {
  const listed = async (specialtyId: string, appointmentId = '') => {
    const period = { fromAt: START.toISOString(), toAt: daysOn(20).toISOString() };
    const page = await decisions('ListDecisions', { ...period, specialtyId, appointmentId }, admin.as());
    return page.decisions.filter((one) => one.appointmentId === entry).map(({ kind }) => kind);
  };
  for (const at of [daysOn(1), OVER]) {
    await moveAt(at);
    assert.deepEqual(await listed('cardiology'), ['joined']);
    assert.deepEqual(await listed('cardiology', entry), ['joined']);
    assert.deepEqual(await listed('dermatology'), []);
    assert.deepEqual(await listed('dermatology', entry), []);
  }
});
