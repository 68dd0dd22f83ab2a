import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, test } from 'node:test';
import { type LeaveBed, makeLeaveBed, period } from '../test/leave.ts';
import { aPatient, aReceptionist, wanting } from '../test/service.ts';

let bed: LeaveBed;
beforeEach(async () => {
  bed = await makeLeaveBed();
});
afterEach(() => bed?.close());

test('a plan finds times for all visits, near and with the same team, and saves nothing', async () => {
  const { heart, bookVisits, plan, everything } = bed;
  const visits = await bookVisits(12);
  const before_ = await everything();
  const planned = await plan();
  assert.deepEqual(await everything(), before_);
  assert.equal(planned.moves.length, 12);
  assert.equal(planned.fromAt, '2026-12-10T00:00:00Z');
  assert.equal(planned.toAt, '2026-12-12T00:00:00Z');
  assert.equal(planned.slotsClosed, 20 - 12);
  const slots = planned.moves.map(({ to }) => to?.id);
  assert.equal(new Set(slots).size, 12);
  for (const move of planned.moves) {
    assert.ok(move.to && visits.some(({ appointmentId }) => appointmentId === move.appointmentId));
    assert.ok(move.targetMet);
    const isAway = move.to.startAt >= planned.fromAt && move.to.startAt < planned.toAt;
    assert.ok(!(isAway && move.to.providerId === heart));
    assert.ok(Math.abs(Date.parse(move.to.startAt) - Date.parse(move.from?.startAt ?? '')) < 4 * 86_400_000);
  }
});

test('applying moves every visit once, tells each, and waits for answers; applying again answers the same', async () => {
  const { scheduler, call, admin, heart, bookVisits, plan, apply, reservation } = bed;
  const visits = await bookVisits(5);
  const { request, leave, visits: moved } = await apply(await plan());
  assert.deepEqual([leave?.awaitingAnswer, leave?.unplaced, leave?.providerName], [5, 0, 'Dr Heart']);
  for (const { appointmentId } of visits) {
    const now = await reservation(appointmentId);
    assert.deepEqual([now.version, now.awaitsAnswer, now.history.at(-1)?.change], [2, true, 'moved']);
    assert.equal(now.slot?.id, moved.find((each) => each.appointmentId === appointmentId)?.to?.id);
  }
  const again = await call('ApplyLeave', request, admin.as(20_000));
  assert.deepEqual(again, { leave, visits: moved });
  const other = { ...request, note: 'Another reason' };
  await assert.rejects(call('ApplyLeave', other, admin.as()), { kind: 'idempotency-mismatch' });
  const { rows } = await scheduler.pool.query(
    `select count(*)::int as n from slot where provider_id = $1 and state <> 'closed' and local_start between '2026-12-10' and '2026-12-12'`,
    [heart],
  );
  assert.deepEqual(await scheduler.broken(), []);
  assert.equal(rows[0].n <= 5, true);
  const events = await scheduler.pool.query(
    "select count(*)::int as n from event_view where payload ->> 'awaitsAnswer' = 'true'",
  );
  assert.equal(events.rows[0].n, 5);
});

test('when a time of the plan has gone, nothing is saved; without insisting, that visit goes to the worklist', async () => {
  const { scheduler, call, bookVisits, plan, apply, everything, reservation } = bed;
  const visits = await bookVisits(4);
  const planned = await plan();
  const stolen = planned.moves[0];
  const thief = await aPatient();
  await scheduler.call('Reserve', wanting(thief, stolen?.to?.id), thief.as());
  const before_ = await everything();
  await assert.rejects(apply(planned), {
    kind: 'conflict',
    details: { reason: 'plan-changed', appointmentIds: stolen?.appointmentId },
  });
  assert.deepEqual(await everything(), before_);
  const again = await plan();
  assert.notEqual(again.moves[0]?.to?.id, stolen?.to?.id);

  const { leave, visits: moved } = await apply(planned, { onlyIfUnchanged: false });
  assert.deepEqual([leave?.awaitingAnswer, leave?.unplaced], [3, 1]);
  const left = moved.find(({ state }) => state === 'LEAVE_VISIT_STATE_UNPLACED');
  assert.equal(left?.appointmentId, stolen?.appointmentId);
  const still = await reservation(left?.appointmentId ?? '');
  assert.deepEqual([still.version, still.status, still.slot?.id], [2, 'VISIT_STATUS_BOOKED', left?.from?.id]);
  assert.deepEqual(await scheduler.broken(), []);

  const reception = await aReceptionist();
  const item = { leaveId: leave?.id ?? '', appointmentId: left?.appointmentId ?? '', expectedVersion: 2 };
  await assert.rejects(call('SettleWorkItem', { ...item, operationKey: randomUUID() }, reception.as()), {
    kind: 'conflict',
    details: { reason: 'still-booked' },
  });
  const [slotId] = await scheduler.freeSlots('cardiology', '2026-12-21T00:00:00Z');
  const move = { ...item, slotId: slotId ?? '', operationKey: randomUUID() };
  const { visit } = await call('SettleWorkItem', move, reception.as());
  assert.deepEqual([visit?.state, visit?.version], ['LEAVE_VISIT_STATE_SETTLED', 3]);
  assert.equal((await call('SettleWorkItem', move, reception.as())).visit?.version, 3);
  assert.deepEqual((await call('ListWorklist', {}, reception.as())).visits, []);
  assert.equal(visits.length, 4);
  assert.deepEqual(await scheduler.broken(), []);
});

test('visits cancelled or booked since the plan are told, and handled without insisting', async () => {
  const { scheduler, bookVisits, plan, apply, reservation } = bed;
  const [gone, ...others] = await bookVisits(3);
  assert.ok(gone);
  const planned = await plan();
  const cancel = { appointmentId: gone.appointmentId, expectedVersion: 1, operationKey: randomUUID() };
  await scheduler.call('CancelReservation', cancel, gone.patient.as());
  const [late] = await bookVisits(1);
  assert.ok(late);
  await assert.rejects(apply(planned), (error: { details?: Record<string, string> }) => {
    const ids = error.details?.['appointmentIds']?.split(',').sort();
    assert.deepEqual(ids, [gone.appointmentId, late.appointmentId].sort());
    return true;
  });
  const { leave } = await apply(planned, { onlyIfUnchanged: false });
  assert.deepEqual([leave?.awaitingAnswer, leave?.unplaced], [others.length, 1]);
  assert.equal((await reservation(gone.appointmentId)).status, 'VISIT_STATUS_CANCELLED');
  assert.deepEqual(await scheduler.broken(), []);
});

test('applied at once from two places and against bookings of its slots, each visit is moved once and none is lost', async () => {
  const { scheduler, call, admin, bookVisits, plan, application, reservation } = bed;
  const visits = await bookVisits(6);
  const planned = await plan();
  const requests = [
    application(planned, { onlyIfUnchanged: false }),
    application(planned, { onlyIfUnchanged: false }),
  ];
  const thieves = await Promise.all(planned.moves.slice(0, 3).map(() => aPatient()));
  const outcomes = await Promise.allSettled([
    ...requests.map((request) => call('ApplyLeave', request, admin.as(20_000))),
    call('ApplyLeave', requests[0] ?? {}, admin.as(20_000)),
    ...thieves.map((thief, index) =>
      scheduler.call('Reserve', wanting(thief, planned.moves[index]?.to?.id), thief.as()),
    ),
  ]);
  const { rows } = await scheduler.pool.query('select count(*)::int as n from provider_leave');
  assert.equal(rows[0].n, 1, JSON.stringify(outcomes));
  const states = await scheduler.pool.query(
    'select state, count(*)::int as n from leave_visit group by state',
  );
  assert.equal(
    states.rows.reduce((sum, { n }) => sum + n, 0),
    visits.length,
  );
  for (const { appointmentId } of visits) {
    const { status, version } = await reservation(appointmentId);
    assert.ok(status === 'VISIT_STATUS_BOOKED' && version <= 2);
  }
  assert.deepEqual(await scheduler.broken(), []);
});

test('two visits of one patient never meet, and a kept time is for urgent needs only', async () => {
  const { scheduler, call, admin, heart, bookVisits, plan, apply } = bed;
  const twice = await aPatient();
  await bookVisits(4, twice);
  const planned = await plan();
  const times = planned.moves.map(({ to }) => to?.startAt);
  assert.equal(new Set(times).size, 4);
  const { visits } = await apply(planned);
  assert.equal(visits.length, 4);
  assert.deepEqual(await scheduler.broken(), []);

  // Every other time of the only colleague is kept for urgent needs.
  await scheduler.pool.query(
    `update slot set reserved_for = 'urgent', release_at = start_at
     where state = 'free' and specialty_id = 'cardiology'`,
  );
  const later = { ...period, firstDate: '2026-12-14', lastDate: '2026-12-31' };
  const { moves } = await call('PlanLeave', { providerId: heart, period: later }, admin.as(20_000));
  for (const { to, unplacedReason } of moves) {
    assert.equal(to, null);
    assert.match(unplacedReason, /No free time/);
  }
});

test('a longer visit that moves leaves none of its time behind in the leave', async () => {
  const { scheduler, heart, bookVisits, plan, apply } = bed;
  const [first] = await bookVisits(1);
  const { rows: free } = await scheduler.pool.query(
    `select id from slot where provider_id = $1 and state = 'free' and local_start = '2026-12-11 09:00'`,
    [heart],
  );
  const patient = await aPatient();
  const wish = { ...wanting(patient, free[0].id), accessNeeds: ['ACCESS_NEED_LONGER_VISIT' as const] };
  await scheduler.call('Reserve', wish, patient.as());
  const { visits } = await apply(await plan());
  assert.equal(visits.length, 2);
  assert.ok(visits.every(({ to }) => to !== null) && first !== undefined);
  assert.deepEqual(await scheduler.broken(), []);
  const { rows } = await scheduler.pool.query(
    `select id, state from slot where provider_id = $1 and state <> 'closed' and local_start::date = '2026-12-11'`,
    [heart],
  );
  assert.deepEqual(rows, []);
});

test('a hold on a time that leave takes away is not to be confirmed', async () => {
  const { scheduler, heart, plan, apply } = bed;
  const patient = await aPatient();
  const { rows } = await scheduler.pool.query(
    `select id from slot where provider_id = $1 and local_start = '2026-12-10 09:00'`,
    [heart],
  );
  const slotId = rows[0].id;
  const { hold } = await scheduler.call('HoldSlot', { patientId: patient.id, slotId }, patient.as());
  await apply(await plan());
  await assert.rejects(
    scheduler.call('Reserve', wanting(patient, slotId, { holdId: hold?.id ?? '' }), patient.as()),
    { kind: 'slot-taken' },
  );
  await scheduler.call('ReleaseHold', { patientId: patient.id, holdId: hold?.id ?? '' }, patient.as());
  assert.deepEqual(await scheduler.broken(), []);
});

test('bad requests are refused in the words of who asked', async () => {
  const { scheduler, call, admin, heart, bookVisits, plan, apply } = bed;
  const ask = (changes: Record<string, unknown>) =>
    call('PlanLeave', { providerId: heart, period: { ...period, ...changes } }, admin.as());
  await assert.rejects(ask({ lastDate: '2026-12-09' }), { kind: 'invalid' });
  await assert.rejects(ask({ lastDate: '2027-12-09' }), { kind: 'invalid' });
  await assert.rejects(ask({ firstDate: '2026-11-01', lastDate: '2026-11-02' }), { kind: 'invalid' });
  await assert.rejects(ask({ lastDate: '2026-12-10', fromTime: '12:00', toTime: '11:00' }), {
    kind: 'invalid',
  });
  await assert.rejects(call('PlanLeave', { providerId: randomUUID(), period }, admin.as()), {
    kind: 'not-found',
  });
  await bookVisits(1);
  const planned = await plan();
  await apply(planned);
  await assert.rejects(apply(await plan()), { kind: 'conflict' });
  const [skin] = await scheduler.freeSlots('dermatology', '2026-12-20T00:00:00Z');
  const [visit] = await scheduler.pool
    .query("select appointment_id, version from reservation where status = 'booked'")
    .then(({ rows }) => rows);
  const leave = (await call('ListLeave', {}, admin.as())).leave[0];
  const item = {
    leaveId: leave?.id ?? '',
    appointmentId: visit.appointment_id,
    expectedVersion: visit.version,
  };
  await assert.rejects(
    call('SettleWorkItem', { ...item, slotId: skin ?? '', operationKey: randomUUID() }, admin.as()),
    { kind: 'invalid' },
  );
  await assert.rejects(
    call('SettleWorkItem', { ...item, leaveId: randomUUID(), operationKey: randomUUID() }, admin.as()),
    { kind: 'not-found' },
  );
});
