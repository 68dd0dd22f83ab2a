/** A place on the waiting list goes two years after its end, with what was asked of it, and nothing that is still of use. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { moveDatabaseClock } from '@healthbooker/local/test/database-clock';
import { findIn } from '@healthbooker/local/verify/subjects';
import { ServiceError } from '@healthbooker/runtime/errors';
import { createLogger } from '@healthbooker/runtime/log';
import { createMetrics } from '@healthbooker/runtime/metrics';
import type { Pool } from '@healthbooker/runtime/postgres';
import { readRetention } from '@healthbooker/runtime/retention';
import { endedHoldTasks } from '../booking/ended-holds.ts';
import { openSchedulerPool } from '../pool.ts';
import {
  aPatient,
  makeBed,
  type Person,
  START,
  startOn,
  type TestBed,
  type TestScheduler,
} from '../test/service.ts';
import { isOffered, isWaiting, join, joining, until, type Waitlist, waitlistOf } from '../test/waiting.ts';
import { removeEndedEntries } from './ended-entries.ts';

let bed: TestBed;
let scheduler: TestScheduler;
let waitlist: Waitlist;
let pool: Pool;

before(async () => {
  bed = await makeBed();
  scheduler = await startOn(bed);
  waitlist = waitlistOf(scheduler);
  const url = bed.env['DATABASE_URL'] ?? '';
  pool = openSchedulerPool({
    url,
    max: 4,
    metrics: createMetrics('test'),
    log: createLogger('test', 'silent'),
  });
});
beforeEach(() => moveDatabaseClock(bed.pool, START));
after(async () => {
  await pool?.end();
  await scheduler?.close();
  await bed?.remove();
});

const later = (months: number, days = 1) => {
  const at = new Date(START);
  at.setUTCMonth(at.getUTCMonth() + months);
  return new Date(at.getTime() + days * 86_400_000);
};
const task = () => removeEndedEntries(pool, readRetention());

async function finish(at: Date): Promise<number> {
  for (let rows = 0; ; ) {
    const step = await task().step(at);
    rows += step.rows;
    if (!step.isMore) return rows;
  }
}

const isKnown = (patient: Person, appointmentId: string) =>
  waitlist('GetWaitlistEntry', { appointmentId }, patient.as()).then(
    () => true,
    (error: unknown) => {
      assert.ok(error instanceof ServiceError && error.kind === 'not-found', String(error));
      return false;
    },
  );

const evening = { timesOfDay: ['TIME_OF_DAY_EVENING'] };

async function count(sql: string, values: unknown[] = []): Promise<number> {
  return Number((await bed.pool.query(`select count(*) as n from ${sql}`, values)).rows[0].n);
}

test('what ended goes after its months by both clocks; who waits, and the visit that came of it, stay', async () => {
  const [left, waits, booked] = [await aPatient(), await aPatient(), await aPatient()];
  const asked = joining(left, evening);
  const { entry } = await waitlist('JoinWaitlist', asked, left.as());
  const ended = entry?.appointmentId ?? '';
  await waitlist(
    'LeaveWaitlist',
    { appointmentId: ended, expectedVersion: entry?.version ?? 1, operationKey: `${asked.operationKey}1` },
    left.as(),
  );
  const waiting = await join(waitlist, waits, evening);
  await until(waitlist, waits, waiting.appointmentId, isWaiting);
  const visit = await join(waitlist, booked, {}, true);
  await until(waitlist, booked, visit.appointmentId, ({ state }) => state === 'WAITLIST_STATE_BOOKED');
  const all = [ended, waiting.appointmentId, visit.appointmentId];
  const kept = () => count('waitlist_entry where appointment_id = any($1)', [all]);

  assert.equal(await finish(later(24)), 0);
  await moveDatabaseClock(bed.pool, later(24));
  assert.equal(await finish(START), 0);
  assert.equal(await finish(later(23)), 0);
  assert.equal(await kept(), 3);
  for (const months of [11, 0, -1, null]) {
    await assert.rejects(
      pool.query('select remove_ended_entries($1, $2, 10)', [later(60), months]),
      /12 months at least/,
    );
  }

  const decisions = await count('decision');
  assert.ok((await task().measure(later(24))).waiting >= 1);
  // The offer that became a visit was held; holds go first.
  for (const { step } of endedHoldTasks(pool, readRetention())) await step(later(24));
  const [one, other] = await Promise.all([finish(later(24)), finish(later(24))]);
  assert.equal(one + other, 2);
  assert.deepEqual(await task().measure(later(24)), { waiting: 0, overdue_s: 0 });
  assert.equal(await isKnown(left, ended), false);
  assert.equal(await isKnown(waits, waiting.appointmentId), true);
  assert.equal(await count('decision'), decisions);
  assert.equal(await count('reservation where appointment_id = $1', [visit.appointmentId]), 1);
  assert.deepEqual(await findIn(bed.pool, 'scheduler', 'always', { now: later(25) }), []);
  // The visit is there as before; who had left may wait again, but not by the request of two years ago.
  const { reservation } = await scheduler.call(
    'GetReservation',
    { appointmentId: visit.appointmentId },
    booked.as(),
  );
  assert.equal(reservation?.appointmentId, visit.appointmentId);
  await assert.rejects(
    waitlist('JoinWaitlist', asked, left.as()),
    (error: unknown) => error instanceof ServiceError && error.kind === 'not-found',
  );
  await join(waitlist, left, evening);
  assert.deepEqual(await findIn(bed.pool, 'scheduler', 'always', { now: later(25) }), []);
});

test('an entry that goes before its time is found', async () => {
  const patient = await aPatient();
  const entry = await join(waitlist, patient, evening);
  const client = await bed.pool.connect();
  try {
    await client.query('begin');
    await client.query('delete from waitlist_entry where appointment_id = $1', [entry.appointmentId]);
    const found = await findIn(client, 'scheduler', 'always', { now: START });
    assert.ok(
      found.some(({ broken, id }) => /decision no version/.test(broken) && id === entry.appointmentId),
    );
  } finally {
    await client.query('rollback');
    client.release();
  }
});

test('an entry with an offer, or that a hold names, stays whatever its age; one that is locked is passed over', async () => {
  const patient = await aPatient();
  const entry = await join(waitlist, patient, {});
  await until(waitlist, patient, entry.appointmentId, isOffered);
  await bed.pool.query(`update waitlist_entry set changed_at = $2 where appointment_id = $1`, [
    entry.appointmentId,
    later(-30),
  ]);
  assert.equal(await finish(START), 0);
  const gone = await aPatient();
  const old = await join(waitlist, gone, evening);
  await bed.pool.query(
    `update waitlist_entry set state = 'lapsed', changed_at = $2 where appointment_id = $1`,
    [old.appointmentId, later(-30)],
  );
  const other = await bed.pool.connect();
  await other.query('begin');
  await other.query('select from waitlist_entry where appointment_id = $1 for update', [old.appointmentId]);
  assert.equal(await finish(START), 0);
  await other.query('rollback');
  other.release();
  assert.equal(await finish(START), 1);
});

test('the service itself removes no entry', async () => {
  await assert.rejects(pool.query('delete from waitlist_entry'), { code: '42501' });
});
