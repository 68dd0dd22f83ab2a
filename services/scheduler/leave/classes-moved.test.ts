import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, test } from 'node:test';
import { addClasses, type Booked, type Classes, SEATS } from '../test/classes.ts';
import { type LeaveBed, makeLeaveBed } from '../test/leave.ts';
import { aPatient, aReceptionist } from '../test/service.ts';
import { isOffered, isWaiting, join, until, waitlistOf } from '../test/waiting.ts';

let bed: LeaveBed;
let classes: Classes;
beforeEach(async () => {
  bed = await makeLeaveBed();
  classes = await addClasses(bed.scheduler, { isOfHeart: true });
});
afterEach(() => bed?.close());

const cancel = async ({ who, request: { appointmentId } }: Booked) => {
  const change = { appointmentId, expectedVersion: 1, operationKey: randomUUID() };
  await bed.scheduler.call('CancelReservation', change, who.as());
};

test('a leave moves visits to a class whose planned seat is taken by then, and says which seat each has', async () => {
  const { scheduler, plan, apply, reservation } = bed;
  await classes.fill(10, 3, 15);
  const planned = await plan();
  const targets = planned.moves.map(({ to }) => to?.id ?? '');
  const [first] = planned.moves;
  assert.equal(new Set(targets).size, 3);
  await classes.book(first?.to?.id ?? '');
  const { visits, leave } = await apply(planned);
  assert.deepEqual([leave?.awaitingAnswer, leave?.unplaced], [3, 0]);
  for (const { appointmentId, to } of visits) {
    const { slot } = await reservation(appointmentId);
    const move = planned.moves.find((each) => each.appointmentId === appointmentId);
    assert.deepEqual([to?.id, slot?.startAt], [slot?.id, move?.to?.startAt]);
  }
  assert.deepEqual(await scheduler.broken(), []);
});

test('a visit on the worklist goes to any free seat of the class that was agreed, and to none that is full', async () => {
  const { scheduler, call, plan, apply, reservation } = bed;
  const [visit] = await classes.fill(10, 1, 15);
  const planned = await plan();
  const moves = planned.moves.map(({ appointmentId, version }) => ({
    appointmentId,
    expectedVersion: version,
    toSlotId: '',
  }));
  const { request } = await apply(planned, { moves });
  const appointmentId = visit?.request.appointmentId ?? '';
  const { version } = await reservation(appointmentId);
  await classes.fill(14, 2);
  await classes.fill(15, SEATS);
  const settle = async (slotId: string) => {
    const asked = { appointmentId, expectedVersion: version, slotId, operationKey: randomUUID() };
    return call('SettleWorkItem', { leaveId: request.leaveId, ...asked }, (await aReceptionist()).as());
  };
  await assert.rejects(settle(await classes.seatAt(15, 2)), { message: 'This class is full.' });
  await settle(await classes.seatAt(14, 1));
  assert.equal((await reservation(appointmentId)).slot?.id, await classes.seatAt(14, 3));
  assert.deepEqual(await scheduler.broken(), []);
});

test('one freed seat settles one entry; who said no to a class is not asked for another seat of it', async () => {
  const { scheduler } = bed;
  const waitlist = waitlistOf(scheduler);
  for (const hour of [15, 17]) await classes.fill(9, SEATS, hour);
  const booked = await classes.fill(9, SEATS);
  const wish = { visitTypeId: 'heart-class', earliestDate: '2026-12-09', latestDate: '2026-12-09' };
  const [one, two] = [await aPatient(), await aPatient()];
  const first = await join(waitlist, one, wish);
  scheduler.clock.now = new Date(scheduler.clock.now.getTime() + 60_000);
  const second = await join(waitlist, two, wish);
  const state = async (who: typeof one, { appointmentId }: typeof first) =>
    (await waitlist('GetWaitlistEntry', { appointmentId }, who.as())).entry?.state;

  const [left, other] = booked;
  assert.ok(left && other);
  await cancel(left);
  const offered = await until(waitlist, one, first.appointmentId, isOffered);
  assert.equal(offered.offer?.slot?.startAt, '2026-12-09T16:00:00Z');
  assert.equal(await state(two, second), 'WAITLIST_STATE_WAITING');
  const decline = {
    appointmentId: first.appointmentId,
    expectedVersion: offered.version,
    holdId: offered.offer?.holdId ?? '',
    operationKey: randomUUID(),
  };
  await waitlist('DeclineOffer', decline, one.as());
  await until(waitlist, two, second.appointmentId, isOffered);
  await cancel(other);
  assert.deepEqual(await scheduler.broken(), []);
  await until(waitlist, one, first.appointmentId, isWaiting);
  assert.deepEqual(await classes.takenAt(9), [1, 3, 4, 5, 6]);
});

test('who waits while several places are free is offered the lowest; each start is one row of why', async () => {
  const { scheduler } = bed;
  const waitlist = waitlistOf(scheduler);
  await classes.fill(9, 2);
  const wish = { visitTypeId: 'heart-class', earliestDate: '2026-12-09', latestDate: '2026-12-10' };
  const patient = await aPatient();
  const entry = await join(waitlist, patient, wish);
  assert.ok(isOffered(entry));
  const { rows } = await scheduler.pool.query('select proposal from hold where id = $1', [
    entry.offer?.holdId,
  ]);
  const starts = rows[0].proposal.rows.map((row: { localStart: string }) => row.localStart);
  assert.equal(starts.length, 6);
  assert.equal(new Set(starts).size, 6);
  const offered = await scheduler.pool.query('select seat from slot where id = $1', [entry.offer?.slot?.id]);
  assert.equal(offered.rows[0].seat, entry.offer?.slot?.startAt === '2026-12-09T16:00:00Z' ? 3 : 1);
});

test('seats that are kept for urgent needs are not left for others', async () => {
  const { scheduler } = bed;
  await scheduler.pool.query(
    `update slot set reserved_for = 'urgent', release_at = start_at - interval '1 hour'
     where visit_type_id = 'heart-class' and local_start = '2026-12-09 16:00' and seat <= 2`,
  );
  const patient = await aPatient();
  const left = async (urgency: 'URGENCY_ROUTINE' | 'URGENCY_URGENT') => {
    const { slots } = await scheduler.call(
      'SearchSlots',
      {
        specialtyId: 'cardiology',
        visitTypeId: 'heart-class',
        regionIds: ['london'],
        urgency,
        fromAt: '2026-12-09T16:00:00Z',
        toAt: '2026-12-09T17:00:00Z',
      },
      patient.as(),
    );
    return slots?.map(({ id, placesLeft }) => [id, placesLeft]);
  };
  assert.deepEqual(await left('URGENCY_ROUTINE'), [[await classes.seatAt(9, 3), 4]]);
  assert.deepEqual(await left('URGENCY_URGENT'), [[await classes.seatAt(9, 1), 6]]);
  const need = {
    specialtyId: 'cardiology',
    visitTypeId: 'heart-class',
    regionIds: ['london'],
    earliestDate: '2026-12-09',
    latestDate: '2026-12-09',
    timesOfDay: ['TIME_OF_DAY_AFTERNOON' as const],
    symptoms: { emergencySigns: false, gettingWorse: false, limitsDailyLife: false, longStanding: true },
  };
  const reply = await scheduler.call('Propose', { patientId: patient.id, need }, patient.as());
  assert.ok(reply.offer);
  await scheduler.call('ReleaseHold', { holdId: reply.offer.id, patientId: patient.id }, patient.as());
  const asked = await classes.seatAt(9, 1);
  for (const seat of [3, 4, 5, 6]) {
    const { reservation } = await classes.book(asked);
    assert.equal(reservation.slot?.id, await classes.seatAt(9, seat));
  }
  await assert.rejects(classes.book(asked), { message: 'This class is full.' });
  assert.deepEqual(await scheduler.broken(), []);
});
