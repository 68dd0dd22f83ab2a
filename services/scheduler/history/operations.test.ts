/** A repeat of what was asked gets the answer of the first time, however long ago that was and whoever wrote it. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { moveDatabaseClock } from '@healthbooker/local/test/database-clock';
import type { SeriesServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SeriesService';
import { observeStatements } from '@healthbooker/runtime/fault-point';
import { createLogger } from '@healthbooker/runtime/log';
import { createMetrics } from '@healthbooker/runtime/metrics';
import type { Pool } from '@healthbooker/runtime/postgres';
import { readRetention } from '@healthbooker/runtime/retention';
import { openSchedulerPool } from '../pool.ts';
import {
  aPatient,
  aReceptionist,
  makeBed,
  type Person,
  START,
  startOn,
  type TestBed,
  type TestScheduler,
  wanting,
} from '../test/service.ts';
import { answers, entryOf, joining, waitlistOf } from '../test/waiting.ts';
import { carryOperations } from './carry-operations.ts';
import { pastDecisions } from './past-decisions.ts';

const hour_ms = 3_600_000;
let bed: TestBed;
let scheduler: TestScheduler;
/** The role of the service. */
let pool: Pool;
let asked: Asked[];

/** Something that was asked and answered, how it is asked again, and how another is asked under its key. */
type Asked = { name: string; first: unknown; again(): Promise<unknown>; other(): Promise<unknown> };

before(async () => {
  bed = await makeBed();
  scheduler = await startOn(bed);
  const options = { max: 4, metrics: createMetrics('test'), log: createLogger('test', 'silent') };
  pool = openSchedulerPool({ ...options, url: bed.env['DATABASE_URL'] ?? '' });
  asked = [...(await visits()), ...(await series()), ...(await waiting())];
});
after(async () => {
  observeStatements(undefined);
  await pool?.end();
  await scheduler?.close();
  await bed?.remove();
});

async function ask<Request extends object>(
  name: string,
  call: (request: Request) => Promise<unknown>,
  request: Request,
  otherwise: Partial<Request>,
): Promise<Asked> {
  const again = () => call(request);
  return { name, first: await again(), again, other: () => call({ ...request, ...otherwise }) };
}

async function visits(): Promise<Asked[]> {
  const [patient, desk] = await Promise.all([aPatient(), aReceptionist()]);
  const [slotId, later = ''] = await scheduler.freeSlots('cardiology', '2026-12-03');
  const booking = wanting(patient, slotId);
  const { appointmentId } = booking;
  const next = (expectedVersion: number) => ({ appointmentId, expectedVersion, operationKey: randomUUID() });
  const status = (to: 'ARRIVED' | 'BOOKED') => ({ status: `VISIT_STATUS_${to}` as const });
  const steps: Asked[] = [];
  const book = (request: typeof booking) => scheduler.call('Reserve', request, patient.as());
  steps.push(await ask('book', book, booking, { reason: 'Another' }));
  const moved = { ...next(1), slotId: later };
  const move = (request: typeof moved) => scheduler.call('MoveReservation', request, patient.as());
  steps.push(await ask('move', move, moved, { slotId: slotId ?? '' }));
  scheduler.clock.now = new Date('2026-12-03T08:00:00Z');
  const change = (request: ReturnType<typeof next> & ReturnType<typeof status>) =>
    scheduler.call('ChangeVisitStatus', request, desk.as());
  steps.push(await ask('arrive', change, { ...next(2), ...status('ARRIVED') }, status('BOOKED')));
  steps.push(await ask('undo', change, { ...next(3), ...status('BOOKED') }, status('ARRIVED')));
  scheduler.clock.now = START;
  const cancel = (request: ReturnType<typeof next>) =>
    scheduler.call('CancelReservation', request, patient.as());
  steps.push(await ask('cancel', cancel, next(4), { expectedVersion: 3 }));
  return steps;
}

/** One request over several visits stands under one key for each of them. */
async function series(): Promise<Asked[]> {
  const patient = await aPatient();
  const call = scheduler.service<SeriesServiceDefinition>('healthbooker.scheduler.v1.SeriesService');
  const slots = await Promise.all(
    ['2026-12-08', '2026-12-15'].map(async (day) => (await scheduler.freeSlots('cardiology', day))[0] ?? ''),
  );
  const booking = {
    seriesId: randomUUID(),
    patientId: patient.id,
    everyWeeks: 1,
    reason: 'Physio for my heart',
    urgency: 'URGENCY_ROUTINE' as const,
    operationKey: randomUUID(),
    visits: slots.map((slotId) => ({ appointmentId: randomUUID(), slotId })),
  };
  const book = (request: typeof booking) => call('ReserveSeries', request, patient.as());
  const first = await ask('book a series', book, booking, { reason: 'Another' });
  const [{ appointmentId } = { appointmentId: '' }] = booking.visits;
  const cancelling = {
    seriesId: booking.seriesId,
    appointmentId,
    operationKey: randomUUID(),
    scope: 'SERIES_SCOPE_THIS_AND_LATER' as const,
    versions: booking.visits.map((visit) => ({ appointmentId: visit.appointmentId, expectedVersion: 1 })),
  };
  const cancel = (request: typeof cancelling) => call('CancelSeries', request, patient.as());
  const versions = cancelling.versions.map((version) => ({ ...version, expectedVersion: 2 }));
  return [first, await ask('cancel a series', cancel, cancelling, { versions })];
}

async function waiting(): Promise<Asked[]> {
  const patient = await aPatient();
  const waitlist = waitlistOf(scheduler);
  // Nobody works at night: it waits.
  const joined = joining(patient, {
    providerId: scheduler.hospital.heart.provider,
    timesOfDay: ['TIME_OF_DAY_EVENING'],
  });
  const join = (request: typeof joined) => waitlist('JoinWaitlist', request, patient.as());
  const steps = [await ask('join', join, joined, { reason: 'Another' })];
  const entry = entryOf((await join(joined)).entry);
  const next = (expectedVersion: number) => ({
    appointmentId: entry.appointmentId,
    expectedVersion,
    operationKey: randomUUID(),
  });
  const changed = {
    ...next(entry.version),
    need: { ...joined.need, symptoms: answers.routine, mode: 'VISIT_MODE_IN_PERSON' as const },
    reason: 'My heart still beats',
    autoAccept: false,
  };
  const change = (request: typeof changed) => waitlist('ChangeWaitlistEntry', request, patient.as());
  steps.push(await ask('change an entry', change, changed, { reason: 'Another' }));
  const leave = (request: ReturnType<typeof next>) => waitlist('LeaveWaitlist', request, patient.as());
  steps.push(await ask('leave the list', leave, next(entry.version + 1), { expectedVersion: 9 }));
  return steps;
}

/** What is asked about waiting is answered with the entry as it is. */
const isOfWaiting = ({ name }: Asked) => ['join', 'change an entry', 'leave the list'].includes(name);

/** Every repeat is answered as it was, and what else is asked under its key refused; neither writes anything. */
async function repeatAll(): Promise<void> {
  const stored = () =>
    count('(select from decision union all select from outbox union all select from outbox_sent) x');
  const before = await stored();
  for (const one of asked) {
    const again = await one.again();
    if (isOfWaiting(one)) assert.deepEqual(again, await asked.at(-1)?.again(), one.name);
    else assert.deepEqual(again, one.first, one.name);
    await assert.rejects(one.other(), { kind: 'idempotency-mismatch' }, one.name);
  }
  assert.equal(await stored(), before);
}

async function count(sql: string): Promise<number> {
  return (await bed.pool.query(`select count(*)::int as n from ${sql}`)).rows[0].n;
}

const forgetKeys = () => bed.pool.query('update decision set op_key = null, request_sha256 = null');
/** As a process of the release before writes: keys stand with their decisions only. */
async function asBefore(): Promise<void> {
  await bed.pool.query(`update decision d set op_key = o.op_key, request_sha256 = o.request_sha256
    from operation o where o.appointment_id = d.appointment_id and o.version = d.version`);
  await bed.pool.query('delete from operation');
  await bed.pool.query(
    `update operation_carried set decided_at = '-infinity', appointment_id = '${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}'`,
  );
}
const later = (ms: number) => new Date(scheduler.clock.now.getTime() + ms);

async function carry(at = later(3 * 24 * hour_ms)): Promise<void> {
  const task = carryOperations(pool);
  while ((await task.step(at)).isMore);
}

test('a repeat is answered from the operation alone, and each decision has one', async () => {
  assert.equal(await count('operation'), await count('decision'));
  await repeatAll();
  await forgetKeys();
  await repeatAll();
  assert.deepEqual(await scheduler.broken(), []);
});

test('a process of the release before finds what this one wrote', async () => {
  await asBefore();
  const patient: Person = await aPatient();
  const [slotId] = await scheduler.freeSlots('cardiology', '2026-12-10');
  const request = wanting(patient, slotId);
  await scheduler.call('Reserve', request, patient.as());
  const { rows } = await bed.pool.query(
    'select outcome #>> $3 as status from decision where appointment_id = $1 and op_key = $2 and request_sha256 is not null',
    [request.appointmentId, request.operationKey, ['reservation', 'appointmentId']],
  );
  assert.deepEqual(rows, [{ status: request.appointmentId }]);
});

test('what a process of the release before wrote is answered before and after it is carried over', async () => {
  await asBefore();
  await repeatAll();
  // Nothing is carried that a running transaction may yet add to.
  await carry(START);
  assert.equal(await count('operation'), 0);
  assert.ok((await carryOperations(pool).measure(later(3 * 24 * hour_ms))).waiting > 10);
  await Promise.all([carry(), carry()]);
  assert.equal(await count('operation'), await count('decision'));
  assert.deepEqual(await carryOperations(pool).measure(later(3 * 24 * hour_ms)), {
    waiting: 0,
    overdue_s: 0,
  });
  await forgetKeys();
  await repeatAll();
  assert.deepEqual(await scheduler.broken(), []);
});

test('carrying over goes on where it was killed', async () => {
  await asBefore();
  let isArmed = true;
  observeStatements((passed) => {
    if (!isArmed || passed !== 'carry-operations') return;
    isArmed = false;
    throw new Error('killed');
  });
  await assert.rejects(carry(), { message: 'killed' });
  await carry();
  assert.ok(!isArmed);
  await forgetKeys();
  await repeatAll();
});

test('a repeat is answered when its decision is among the past, carried over or not', async () => {
  await asBefore();
  const at = later(100 * 24 * hour_ms);
  await moveDatabaseClock(bed.pool, at);
  scheduler.clock.now = at;
  for (const task of pastDecisions(pool, readRetention())) while ((await task.step(at)).isMore);
  assert.equal(await count('decision'), 0);
  assert.equal(await count('decision_past'), await count('operation'));
  await repeatAll();
  assert.deepEqual(await scheduler.broken(), []);
});
