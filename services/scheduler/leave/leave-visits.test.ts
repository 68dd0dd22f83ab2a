import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, test } from 'node:test';
import { type Booked, type LeaveBed, makeLeaveBed } from '../test/leave.ts';
import { aPatient, aReceptionist, type Person } from '../test/service.ts';

let bed: LeaveBed;
beforeEach(async () => {
  bed = await makeLeaveBed();
});
afterEach(() => bed?.close());

test('the patient keeps the new time, or cannot: then the visit is cancelled and the slot is free again', async () => {
  const { scheduler, call, admin, bookVisits, plan, apply, reservation } = bed;
  const [one, two, three] = await bookVisits(3);
  assert.ok(one && two && three);
  const { visits } = await apply(await plan());
  const answer = (who: Booked, what: 'KEEP' | 'REFUSE', by: Person = who.patient) => {
    const asked = { appointmentId: who.appointmentId, expectedVersion: 2, operationKey: randomUUID() };
    return call('AnswerNewTime', { ...asked, answer: `NEW_TIME_ANSWER_${what}` }, by.as());
  };
  await assert.rejects(answer(one, 'KEEP', await aPatient()), { kind: 'not-found' });
  const kept = await answer(one, 'KEEP');
  assert.deepEqual([kept.reservation?.awaitsAnswer, kept.reservation?.version], [false, 3]);
  const refused = await answer(two, 'REFUSE');
  assert.equal(refused.reservation?.status, 'VISIT_STATUS_CANCELLED');
  assert.equal((await reservation(two.appointmentId)).history.at(-1)?.change, 'refused');
  const free = visits.find(({ appointmentId }) => appointmentId === two.appointmentId)?.to?.id;
  await assert.rejects(answer(one, 'KEEP'), { kind: 'conflict' });
  assert.deepEqual(await scheduler.broken(), []);
  const slot = await scheduler.pool.query('select state from slot where id = $1', [free]);
  assert.equal(slot.rows[0].state, 'free');

  // Whoever moves it themselves has answered as well.
  const [other] = await scheduler.freeSlots('cardiology', '2026-12-20T00:00:00Z');
  const move = {
    appointmentId: three.appointmentId,
    expectedVersion: 2,
    slotId: other ?? '',
    operationKey: randomUUID(),
  };
  await scheduler.call('MoveReservation', move, three.patient.as());
  assert.equal((await reservation(three.appointmentId)).awaitsAnswer, false);
  const { leave } = await call('ListLeave', { fromDate: '', providerId: '' }, admin.as());
  assert.deepEqual(
    [leave[0]?.kept, leave[0]?.refused, leave[0]?.settled, leave[0]?.awaitingAnswer],
    [1, 1, 1, 0],
  );
  const { visits: work } = await call('ListWorklist', {}, (await aReceptionist()).as());
  assert.deepEqual(
    work.map(({ appointmentId, state }) => [appointmentId, state]),
    [[two.appointmentId, 'LEAVE_VISIT_STATE_REFUSED']],
  );
  const done = {
    leaveId: work[0]?.leaveId ?? '',
    appointmentId: two.appointmentId,
    expectedVersion: 3,
    operationKey: randomUUID(),
  };
  const reception = await aReceptionist();
  await assert.rejects(call('SettleWorkItem', { ...done, expectedVersion: 2 }, reception.as()), {
    kind: 'conflict',
    details: { currentVersion: '3' },
  });
  const { visit } = await call('SettleWorkItem', done, reception.as());
  assert.equal(visit?.state, 'LEAVE_VISIT_STATE_SETTLED');
  assert.deepEqual((await call('SettleWorkItem', done, reception.as())).visit, visit);
  assert.deepEqual((await call('ListWorklist', {}, admin.as())).visits, []);
});

test('a leave that is called off gives its slots back and takes its visits off the worklist', async () => {
  const { scheduler, call, admin, heart, bookVisits, plan, apply, reservation } = bed;
  const [one] = await bookVisits(2);
  const planned = await plan();
  const moves = planned.moves.map(({ appointmentId, version }) => ({
    appointmentId,
    expectedVersion: version,
    toSlotId: '',
  }));
  const { leave } = await apply(planned, { moves });
  assert.equal(leave?.unplaced, 2);
  const end = { leaveId: leave?.id ?? '', expectedVersion: 1 };
  await assert.rejects(call('CancelLeave', { ...end, expectedVersion: 4 }, admin.as()), { kind: 'conflict' });
  const ended = await call('CancelLeave', end, admin.as());
  assert.equal(ended.leave?.endedAt, '2026-12-01T08:00:00Z');
  assert.deepEqual(await call('CancelLeave', end, admin.as()), ended);
  assert.deepEqual((await call('ListWorklist', {}, admin.as())).visits, []);
  assert.deepEqual(await scheduler.broken(), []);
  const { rows } = await scheduler.pool.query(
    `select state, is_retired, count(*)::int as n from slot
     where provider_id = $1 and local_start between '2026-12-10' and '2026-12-12' group by 1, 2 order by 1`,
    [heart],
  );
  assert.deepEqual(rows, [
    { state: 'booked', is_retired: false, n: 2 },
    { state: 'free', is_retired: false, n: 18 },
  ]);
  assert.equal((await reservation(one?.appointmentId ?? '')).version, 3);
});
