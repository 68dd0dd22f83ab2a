import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, test } from 'node:test';
import { workloadToken } from '@healthbooker/local/test/tokens';
import type { AvailabilityServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/AvailabilityService';
import type { DecisionServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/DecisionService';
import type { LatenessServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/LatenessService';
import { newTrace } from '@healthbooker/runtime/trace';
import { type Booked, type LeaveBed, makeLeaveBed } from '../test/leave.ts';
import { aPatient, aReceptionist } from '../test/service.ts';

let bed: LeaveBed;
beforeEach(async () => {
  bed = await makeLeaveBed();
});
afterEach(() => bed?.close());

/** A leave that finds no new time for any of these visits. */
async function leaveWithoutTimes(count: number) {
  const visits = await bed.bookVisits(count);
  const planned = await bed.plan();
  const moves = planned.moves.map(({ appointmentId, version }) => ({
    appointmentId,
    expectedVersion: version,
    toSlotId: '',
  }));
  const { leave, request } = await bed.apply(planned, { moves });
  return { visits, request, leaveId: leave?.id ?? '' };
}

const cancelLeave = (leaveId: string) =>
  bed.call('CancelLeave', { leaveId, expectedVersion: 1 }, bed.admin.as(20_000));

/** How many versions of a visit were announced, and what the last one said. */
async function announced(appointmentId: string) {
  const { rows } = await bed.scheduler.pool.query(
    `select count(*)::int as n, (array_agg(payload ->> 'standing' order by version desc))[1] as standing
     from event_view where key = $1`,
    [appointmentId],
  );
  return [rows[0].n, rows[0].standing];
}

/** What is on record of a patient: who wrote or read what, and why. */
async function recorded(patientId: string) {
  const { rows } = await bed.scheduler.pool.query(
    "select action, what, why from access where patient_id = $1 and role = 'Admins' order by xid, id",
    [patientId],
  );
  return rows;
}

test('a visit without a new time stays booked; a version of it says once that it cannot take place, and why', async () => {
  const { visits, request } = await leaveWithoutTimes(2);
  const reply = await bed.call('ApplyLeave', request, bed.admin.as(20_000));
  assert.equal(reply.leave?.unplaced, 2);
  for (const { appointmentId, slotId, patient } of visits) {
    const now = await bed.reservation(appointmentId);
    assert.deepEqual([now.version, now.sequence, now.status], [2, 1, 'VISIT_STATUS_BOOKED']);
    assert.deepEqual([now.slot?.id, now.standing], [slotId, 'VISIT_STANDING_UNPLACED']);
    assert.equal(now.history.at(-1)?.change, 'unplaced');
    assert.deepEqual(await announced(appointmentId), [2, 'VISIT_STANDING_UNPLACED']);
    assert.deepEqual(
      (await recorded(patient.id)).filter(({ action }) => action === 'write'),
      [{ action: 'write', what: 'visit', why: 'office' }],
    );
  }
  const decide = bed.scheduler.service<DecisionServiceDefinition>(
    'healthbooker.scheduler.v1.DecisionService',
  );
  const [one] = visits;
  const asked = { appointmentId: one?.appointmentId ?? '', version: 2 };
  const { decision } = await decide('GetDecision', asked, bed.admin.as());
  assert.equal(decision?.summary?.kind, 'unplaced');
  assert.equal(
    decision?.summary?.sentence,
    'The time cannot be kept and no new one was found: said by staff; no rule decides this.',
  );
  const { why } = await decide('GetDecision', asked, one?.patient.as() ?? bed.admin.as());
  assert.equal(why, 'The clinic cannot keep this time and has found no other one yet.');
  const replayed = await decide('ReplayDecision', asked, bed.admin.as());
  assert.equal(replayed.result, 'REPLAY_RESULT_NOT_REPLAYABLE');
  assert.deepEqual(await bed.scheduler.broken(), []);
});

test('a leave that is called off says once that the visits take place after all; those moved or cancelled by then are let be', async () => {
  const { visits, leaveId } = await leaveWithoutTimes(3);
  const [stays, moves, goes] = visits as [Booked, Booked, Booked];
  const slotId = (await bed.scheduler.freeSlots('cardiology', '2026-12-21T00:00:00Z'))[0] ?? '';
  const change = (appointmentId: string) => ({
    appointmentId,
    expectedVersion: 2,
    operationKey: randomUUID(),
  });
  const moved = await bed.scheduler.call(
    'MoveReservation',
    { ...change(moves.appointmentId), slotId },
    moves.patient.as(),
  );
  assert.equal(moved.reservation?.standing, 'VISIT_STANDING_UNSPECIFIED');
  await bed.scheduler.call('CancelReservation', change(goes.appointmentId), goes.patient.as());

  const ended = await cancelLeave(leaveId);
  assert.deepEqual(await cancelLeave(leaveId), ended);
  const now = await bed.reservation(stays.appointmentId);
  assert.deepEqual([now.version, now.sequence, now.standing], [3, 2, 'VISIT_STANDING_RESTORED']);
  assert.deepEqual([now.status, now.slot?.id], ['VISIT_STATUS_BOOKED', stays.slotId]);
  assert.deepEqual(await announced(stays.appointmentId), [3, 'VISIT_STANDING_RESTORED']);
  for (const { appointmentId } of [moves, goes]) {
    assert.equal((await bed.reservation(appointmentId)).version, 3);
    assert.deepEqual((await announced(appointmentId))[0], 3);
  }
  assert.equal((await recorded(stays.patient.id)).filter(({ action }) => action === 'write').length, 2);
  assert.equal((await recorded(moves.patient.id)).filter(({ action }) => action === 'write').length, 1);
  const { visits: work } = await bed.call('ListWorklist', {}, (await aReceptionist()).as());
  assert.deepEqual(work, []);
  assert.deepEqual(await bed.scheduler.broken(), []);
});

test('a visit whose time is not offered again when the leave is called off still has none', async () => {
  const { visits, leaveId } = await leaveWithoutTimes(1);
  const [one] = visits as [Booked];
  const { rows } = await bed.scheduler.pool.query(
    'select s.session_id, v.version from slot s join session v on v.id = s.session_id where s.id = $1',
    [one.slotId],
  );
  const availability = bed.scheduler.service<AvailabilityServiceDefinition>(
    'healthbooker.scheduler.v1.AvailabilityService',
  );
  const end = { sessionId: rows[0].session_id, expectedVersion: rows[0].version, lastDate: '2026-12-05' };
  await availability('EndSession', end, bed.admin.as(20_000));
  await cancelLeave(leaveId);
  const now = await bed.reservation(one.appointmentId);
  assert.deepEqual([now.version, now.standing], [2, 'VISIT_STANDING_UNPLACED']);
  const { visits: work } = await bed.call('ListWorklist', {}, (await aReceptionist()).as());
  assert.ok(
    work.some(({ appointmentId, leaveId: of }) => appointmentId === one.appointmentId && of === leaveId),
  );
  assert.deepEqual(await bed.scheduler.broken(), []);
});

test('who says that they will be late is told nothing new, and the visit still needs a new time', async () => {
  const { visits } = await leaveWithoutTimes(1);
  const [one] = visits as [Booked];
  bed.scheduler.clock.now = new Date('2026-12-10T08:00:00Z');
  const lateness = bed.scheduler.service<LatenessServiceDefinition>(
    'healthbooker.scheduler.v1.LatenessService',
  );
  const said = await lateness(
    'ReportLateness',
    { appointmentId: one.appointmentId, expectedVersion: 2, lateMinutes: 10, operationKey: randomUUID() },
    one.patient.as(),
  );
  assert.deepEqual([said.reservation?.standing, said.reservation?.sequence], ['VISIT_STANDING_UNPLACED', 1]);
  assert.deepEqual(await bed.scheduler.broken(), []);
});

test('whom no message reaches about it stands on the worklist as not told', async () => {
  const { visits } = await leaveWithoutTimes(1);
  const [one] = visits as [Booked];
  const asNotification = {
    token: await workloadToken('notification', 'scheduler'),
    deadline: Date.now() + 5000,
    trace: newTrace(),
  };
  await bed.call('ReportUnreached', { appointmentId: one.appointmentId }, asNotification);
  const { visits: work } = await bed.call('ListWorklist', {}, (await aReceptionist()).as());
  assert.deepEqual(
    work.map(({ appointmentId, state, isUnreached }) => [appointmentId, state, isUnreached]),
    [[one.appointmentId, 'LEAVE_VISIT_STATE_UNPLACED', true]],
  );
});

test('who may move no more visits today may move one that the hospital cannot keep', async () => {
  await bed.scheduler.pool.query('update policy set moves_per_day = 1');
  const patient = await aPatient();
  const [first] = (await bed.bookVisits(1, patient)) as [Booked];
  const free = await bed.scheduler.freeSlots('cardiology', '2026-12-21T00:00:00Z');
  const move = (expectedVersion: number, slotId = '') =>
    bed.scheduler.call(
      'MoveReservation',
      { appointmentId: first.appointmentId, expectedVersion, slotId, operationKey: randomUUID() },
      patient.as(),
    );
  const { rows } = await bed.scheduler.pool.query(
    "select id from slot where provider_id = $1 and state = 'free' and local_start >= '2026-12-10' order by start_at limit 1",
    [bed.heart],
  );
  await move(1, rows[0].id);
  await assert.rejects(move(2, free[0]), { details: { reason: 'moves', limit: '1' } });
  const planned = await bed.plan();
  const moves = planned.moves.map(({ appointmentId, version }) => ({
    appointmentId,
    expectedVersion: version,
    toSlotId: '',
  }));
  await bed.apply(planned, { moves });
  const { reservation } = await move(3, free[0]);
  assert.deepEqual([reservation?.version, reservation?.standing], [4, 'VISIT_STANDING_UNSPECIFIED']);
});
