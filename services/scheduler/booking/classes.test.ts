import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { SeriesServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SeriesService';
import { ServiceError } from '@healthbooker/runtime/errors';
import { addClasses, type Classes, SEATS } from '../test/classes.ts';
import { aPatient, aReceptionist, startScheduler, type TestScheduler, wanting } from '../test/service.ts';

const classNeed = {
  specialtyId: 'cardiology',
  visitTypeId: 'heart-class',
  regionIds: ['london'],
  // Of the classes of a day the one at 17:00, so that the day alone says which one is the earliest.
  timesOfDay: ['TIME_OF_DAY_EVENING' as const],
  symptoms: { emergencySigns: false, gettingWorse: false, limitsDailyLife: false, longStanding: false },
};
const search = {
  specialtyId: 'cardiology',
  visitTypeId: 'heart-class',
  regionIds: ['london'],
  urgency: 'URGENCY_ROUTINE' as const,
};
let scheduler: TestScheduler;
let classes: Classes;

before(async () => {
  scheduler = await startScheduler();
  classes = await addClasses(scheduler);
});
after(() => scheduler.close());

const from = (day: number) => `2026-12-${String(day).padStart(2, '0')}T00:00:00Z`;

test('a class is one row of a search with the places left; a visit of one has none', async () => {
  await classes.fill(3, 1);
  const patient = await aPatient();
  const asked = { ...search, fromAt: from(3), toAt: from(4) };
  const { slots } = await scheduler.call('SearchSlots', asked, patient.as());
  assert.deepEqual(
    slots?.map(({ startAt, placesLeft }) => [startAt, placesLeft]),
    [
      ['2026-12-03T16:00:00Z', 5],
      ['2026-12-03T17:00:00Z', 6],
    ],
  );
  assert.equal(slots?.[0]?.id, await classes.seatAt(3, 2));
  const single = { ...asked, visitTypeId: 'heart-visit' };
  const { slots: visits } = await scheduler.call('SearchSlots', single, patient.as());
  assert.ok(visits && visits.length > 3);
  assert.deepEqual(new Set(visits.map(({ placesLeft }) => placesLeft)), new Set([0]));
});

test('one place left is said to be one, also where it is the first seat', async () => {
  const booked = await classes.fill(4, SEATS);
  const [first] = booked;
  const desk = await aReceptionist();
  const appointmentId = first?.request.appointmentId ?? '';
  const cancel = { appointmentId, expectedVersion: 1, operationKey: randomUUID() };
  await scheduler.call('CancelReservation', cancel, desk.as());
  assert.deepEqual(await scheduler.broken(), []);
  const patient = await aPatient();
  const { slots } = await scheduler.call(
    'SearchSlots',
    { ...search, fromAt: from(4), toAt: '2026-12-04T17:00:00Z' },
    patient.as(),
  );
  assert.deepEqual(
    slots?.map(({ id, placesLeft }) => [id, placesLeft]),
    [[first?.reservation.slot?.id, 1]],
  );
});

test('pages of a search show each start once, also while seats are being taken', async () => {
  const patient = await aPatient();
  const seen: string[] = [];
  let pageToken = '';
  do {
    const page = await scheduler.call(
      'SearchSlots',
      { ...search, fromAt: from(8), toAt: from(15), pageSize: 3, pageToken },
      patient.as(),
    );
    const starts = page.slots ?? [];
    seen.push(...starts.map(({ startAt = '' }) => startAt));
    pageToken = page.nextPageToken ?? '';
    if (pageToken !== '') assert.equal(starts.length, 3);
    // Who takes the seat by which the last start was shown does not bring it back on the next page.
    const last = starts.at(-1)?.id ?? '';
    if (last !== '') await classes.book(last);
  } while (pageToken !== '');
  const expected = Array.from({ length: 7 }, (_, n) => n + 8).flatMap((day) => [
    `${from(day).slice(0, 10)}T16:00:00Z`,
    `${from(day).slice(0, 10)}T17:00:00Z`,
  ]);
  // Of the Sunday's third start all seats are kept for urgent needs.
  assert.deepEqual(seen, expected);
  const urgent = { ...search, urgency: 'URGENCY_URGENT' as const, fromAt: from(13), toAt: from(14) };
  const { slots } = await scheduler.call('SearchSlots', urgent, patient.as());
  assert.deepEqual(
    slots?.map(({ startAt }) => startAt?.slice(11, 16)),
    ['16:00', '17:00', '18:00'],
  );
});

test('whoever picks a seat just taken gets the lowest that is free; each replays', async () => {
  const picked = await classes.seatAt(16, 3);
  const booked = [];
  for (let n = 0; n < SEATS; n += 1) booked.push(await classes.book(picked));
  const seats = await classes.seatsAt(16);
  assert.deepEqual(
    booked.map(({ reservation }) => seats.findIndex(({ id }) => id === reservation.slot?.id) + 1),
    [3, 1, 2, 4, 5, 6],
  );
  const late = await aPatient();
  const refusal = await scheduler.call('Reserve', wanting(late, picked), late.as()).catch((error) => error);
  assert.equal(refusal.kind, 'slot-taken');
  assert.equal(refusal.message, 'This class is full.');
  assert.equal(refusal.details.reason, 'class-full');
  const alternatives = JSON.parse(refusal.details.alternatives);
  const starts: string[] = alternatives.map(({ startAt }: { startAt: string }) => startAt);
  assert.deepEqual(starts.slice(0, 2), ['2026-12-16T17:00:00Z', '2026-12-15T17:00:00Z']);
  assert.equal(new Set(starts).size, 3);
  for (const { placesLeft } of alternatives) assert.equal(placesLeft, SEATS);
  assert.deepEqual(await scheduler.broken(), []);
  // Said again, the same is answered, although the seat that was picked is another's.
  const [, second] = booked;
  assert.ok(second);
  const again = await scheduler.call('Reserve', second.request, second.who.as());
  assert.deepEqual(again.reservation, second.reservation);
});

for (const many of [2, 32]) {
  test(`${many} pick the same seat at once: as many come as there are places`, async () => {
    const day = many === 2 ? 17 : 18;
    await classes.fill(day, 1);
    const patients = await Promise.all(Array.from({ length: many }, aPatient));
    const picked = await classes.seatAt(day, 2);
    const results = await Promise.allSettled(
      patients.map((patient) => scheduler.call('Reserve', wanting(patient, picked), patient.as())),
    );
    const refusals = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    assert.equal(refusals.length, Math.max(0, many - 5));
    for (const refusal of refusals) {
      assert.ok(refusal instanceof ServiceError);
      assert.deepEqual([refusal.kind, refusal.message], ['slot-taken', 'This class is full.']);
    }
    const taken = many === 2 ? [1, 2, 3] : [1, 2, 3, 4, 5, 6];
    assert.deepEqual(await classes.takenAt(day), taken);
    assert.deepEqual(await scheduler.broken(), []);
  });
}

test('32 hold the same seat at once: each of the six places is held for one of them', async () => {
  const patients = await Promise.all(Array.from({ length: 32 }, aPatient));
  const slotId = await classes.seatAt(19, 4);
  const results = await Promise.allSettled(
    patients.map((patient) => scheduler.call('HoldSlot', { patientId: patient.id, slotId }, patient.as())),
  );
  const held = results.flatMap((result) =>
    result.status === 'fulfilled' ? (result.value.hold?.slot?.id ?? '') : [],
  );
  assert.deepEqual(held.toSorted(), (await classes.seatsAt(19)).map(({ id }) => id).toSorted());
  for (const result of results) {
    if (result.status === 'rejected') assert.equal(result.reason.message, 'This class is full.');
  }
  // What is held is not left for others.
  const patient = await aPatient();
  const asked = { ...search, fromAt: from(19), toAt: '2026-12-19T17:00:00Z' };
  assert.deepEqual((await scheduler.call('SearchSlots', asked, patient.as())).slots, []);
  assert.deepEqual(await scheduler.broken(), []);
});

test('who holds a place of a class holds one: asked for again it is the same, and it is the one that is booked', async () => {
  const patient = await aPatient();
  const hold = async (seat: number) => {
    const request = { patientId: patient.id, slotId: await classes.seatAt(21, seat) };
    return (await scheduler.call('HoldSlot', request, patient.as())).hold;
  };
  const first = await hold(2);
  assert.equal((await hold(5))?.id, first?.id);
  const { reservation } = await classes.book(await classes.seatAt(21, 1), patient);
  assert.equal(reservation.slot?.id, first?.slot?.id);
  assert.deepEqual(await classes.takenAt(21), [2]);
  assert.deepEqual(await scheduler.broken(), []);
});

test('who has a place of a class gets no second one, booked or held', async () => {
  const { who } = await classes.book(await classes.seatAt(22, 1));
  const second = await classes.seatAt(22, 2);
  for (const refusal of [
    await scheduler.call('Reserve', wanting(who, second), who.as()).catch((error) => error),
    await scheduler.call('HoldSlot', { patientId: who.id, slotId: second }, who.as()).catch((error) => error),
  ]) {
    assert.deepEqual([refusal.kind, refusal.details.reason], ['conflict', 'overlap']);
  }
  assert.deepEqual(await classes.takenAt(22), [1]);
});

test('a visit moves to any free seat of a class, and not to another seat of its own', async () => {
  await classes.fill(23, 2);
  const { who, reservation } = await classes.book(await classes.seatAt(24, 1));
  const move = async (slotId: string, expectedVersion = 1) =>
    scheduler.call(
      'MoveReservation',
      { appointmentId: reservation.appointmentId ?? '', expectedVersion, slotId, operationKey: randomUUID() },
      who.as(),
    );
  await assert.rejects(move(await classes.seatAt(24, 3)), {
    kind: 'invalid',
    fields: [{ field: 'slotId', message: 'is the time the visit has now' }],
  });
  const { reservation: moved } = await move(await classes.seatAt(23, 1));
  assert.equal(moved?.slot?.id, await classes.seatAt(23, 3));
  assert.deepEqual(await scheduler.broken(), []);
  assert.deepEqual(await classes.takenAt(24), []);
});

test('a proposal looks at starts: one row each, other starts as alternatives, the lowest seat held', async () => {
  await classes.fill(25, 2, 17);
  const patient = await aPatient();
  const need = { ...classNeed, earliestDate: '2026-12-25', latestDate: '2026-12-27' };
  const proposal = await scheduler.call('Propose', { patientId: patient.id, need }, patient.as());
  assert.equal(proposal.offer?.slot?.id, await classes.seatAt(25, 3, 17));
  assert.equal(proposal.offer?.slot?.placesLeft, 3);
  assert.deepEqual(
    proposal.others?.map(({ startAt, placesLeft }) => [startAt, placesLeft]),
    [
      ['2026-12-26T17:00:00Z', 6],
      ['2026-12-27T17:00:00Z', 6],
    ],
  );
  const { rows } = await scheduler.pool.query('select proposal from hold where id = $1', [
    proposal.offer?.id,
  ]);
  const starts = rows[0].proposal.rows.map((row: { localStart: string }) => row.localStart);
  assert.equal(new Set(starts).size, starts.length);
  await classes.book(proposal.offer?.slot?.id ?? '', patient);
  assert.deepEqual(await scheduler.broken(), []);
});

test('many who want the best time at once fill the class that begins first', async () => {
  const patients = await Promise.all(Array.from({ length: 8 }, aPatient));
  const need = { ...classNeed, earliestDate: '2026-12-28', latestDate: '2026-12-29' };
  const booked = await Promise.all(
    patients.map(async (patient) => {
      const request = { ...wanting(patient, ''), need };
      return (await scheduler.call('Reserve', request, patient.as())).reservation?.slot?.startAt ?? '';
    }),
  );
  const early = booked.filter((startAt) => startAt === '2026-12-28T17:00:00Z');
  assert.deepEqual([early.length, booked.length], [SEATS, 8]);
  const proposed = await Promise.all(
    (await Promise.all(Array.from({ length: 4 }, aPatient))).map(async (patient) => {
      const reply = await scheduler.call('Propose', { patientId: patient.id, need }, patient.as());
      return reply.offer?.slot?.startAt;
    }),
  );
  assert.deepEqual(new Set(proposed), new Set(['2026-12-29T17:00:00Z']));
  assert.deepEqual(await scheduler.broken(), []);
});

test('a series goes to a class: any free seat, an alternative that is another start, and it moves', async () => {
  const call = scheduler.service<SeriesServiceDefinition>('healthbooker.scheduler.v1.SeriesService');
  await classes.fill(29, 1);
  await scheduler.pool.query(
    "update slot set state = 'closed' where visit_type_id = 'heart-class' and local_start = '2027-01-05 16:00'",
  );
  const patient = await aPatient();
  const proposed = await call(
    'ProposeSeries',
    {
      patientId: patient.id,
      need: { ...classNeed, timesOfDay: [] },
      firstSlotId: await classes.seatAt(29, 1),
      everyWeeks: 1,
      count: 3,
    },
    patient.as(),
  );
  const [first, second, third] = proposed.occurrences ?? [];
  assert.deepEqual([first?.slot?.id, first?.slot?.placesLeft], [await classes.seatAt(29, 2), 5]);
  assert.equal(second?.alternative?.startAt, '2027-01-05T17:00:00Z');
  assert.equal(second?.alternative?.placesLeft, 6);
  assert.equal(third?.slot?.placesLeft, 6);
  // Others are faster: the series takes seats beside those that were shown.
  await classes.book(first?.slot?.id ?? '');
  const slots = [first?.slot?.id, second?.alternative?.id, third?.slot?.id].map((id) => id ?? '');
  const visits = slots.map((slotId) => ({ appointmentId: randomUUID(), slotId }));
  const series = {
    seriesId: randomUUID(),
    patientId: patient.id,
    everyWeeks: 1,
    visits,
    reason: 'Stronger',
    urgency: 'URGENCY_ROUTINE' as const,
    operationKey: randomUUID(),
    accessNeeds: [],
    referralId: '',
  };
  const { reservations } = await call('ReserveSeries', series, patient.as());
  assert.equal(reservations?.[0]?.slot?.id, await classes.seatAt(29, 3));
  const moved = await call(
    'MoveSeries',
    {
      seriesId: series.seriesId,
      appointmentId: visits[0]?.appointmentId ?? '',
      operationKey: randomUUID(),
      scope: 'SERIES_SCOPE_THIS_AND_LATER',
      versions: visits.map(({ appointmentId }) => ({ appointmentId, expectedVersion: 1 })),
      slotId: await classes.seatAt(30, 1),
    },
    patient.as(),
  );
  assert.deepEqual(
    moved.reservations?.map(({ slot }) => slot?.startAt),
    ['2026-12-30T16:00:00Z', '2027-01-06T16:00:00Z', '2027-01-13T16:00:00Z'],
  );
  assert.deepEqual(await scheduler.broken(), []);
});
