import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Need } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Need';
import type { ProposeSeriesResponse__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProposeSeriesResponse';
import type { Reservation__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Reservation';
import type { SeriesServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SeriesService';
import type { GrpcClient } from '@healthbooker/runtime/grpc-client';
import fc from 'fast-check';
import { materialise } from '../../calendar/materialise.ts';
import {
  aPatient,
  aReceptionist,
  type Person,
  START,
  startScheduler,
  type TestScheduler,
  wanting,
} from '../../test/service.ts';
import { localStarts } from './local-starts.ts';

let scheduler: TestScheduler;
let series: GrpcClient<SeriesServiceDefinition>['call'];
before(async () => {
  scheduler = await startScheduler();
  series = scheduler.service<SeriesServiceDefinition>('healthbooker.scheduler.v1.SeriesService');
});
after(() => scheduler.close());

const calm = { emergencySigns: false, gettingWorse: false, limitsDailyLife: false, longStanding: false };
const need: Need = {
  specialtyId: 'cardiology',
  visitTypeId: 'heart-visit',
  regionIds: ['london'],
  symptoms: calm,
};

async function slotAt(localStart: string, provider = scheduler.hospital.heart.provider): Promise<string> {
  const { rows } = await scheduler.pool.query(
    'select id from slot where provider_id = $1 and local_start = $2',
    [provider, localStart],
  );
  return rows[0].id;
}

async function propose(patient: Person, firstSlotId: string, everyWeeks = 1, count = 4) {
  return series(
    'ProposeSeries',
    { patientId: patient.id, need, firstSlotId, everyWeeks, count },
    patient.as(),
  );
}

function requestFor(patient: Person, { occurrences }: ProposeSeriesResponse__Output, everyWeeks = 1) {
  return {
    seriesId: randomUUID(),
    patientId: patient.id,
    everyWeeks,
    reason: 'Physio for my heart',
    urgency: 'URGENCY_ROUTINE' as const,
    operationKey: randomUUID(),
    visits: occurrences.map(({ slot, alternative }) => ({
      appointmentId: randomUUID(),
      slotId: slot?.id ?? alternative?.id ?? '',
    })),
  };
}

async function book(patient: Person, firstSlotId: string, everyWeeks = 1, count = 4) {
  const proposal = await propose(patient, firstSlotId, everyWeeks, count);
  const request = requestFor(patient, proposal, everyWeeks);
  const { reservations } = await series('ReserveSeries', request, patient.as());
  return { request, reservations };
}

function changeOf(seriesId: string, visits: readonly Reservation__Output[]) {
  const [first] = visits;
  return {
    seriesId,
    appointmentId: first?.appointmentId ?? '',
    operationKey: randomUUID(),
    scope: visits.length === 1 ? ('SERIES_SCOPE_THIS' as const) : ('SERIES_SCOPE_THIS_AND_LATER' as const),
    versions: visits.map(({ appointmentId, version }) => ({ appointmentId, expectedVersion: version })),
  };
}

const startsOf = (visits: readonly Reservation__Output[]) => visits.map(({ slot }) => slot?.startAt);

test('a series has the same weekday and wall-clock time, whatever the zone and the clocks', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 3000 }),
      fc.integer({ min: 0, max: 23 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 2, max: 12 }),
      (day, hour, everyWeeks, count) => {
        const first = new Date(Date.UTC(2026, 0, 1 + day, hour)).toISOString().slice(0, 16);
        const starts = localStarts(first, Date.parse(`${first}Z`), everyWeeks, count);
        assert.equal(starts.length, count);
        for (const [index, { place, localStart, aboutMs }] of starts.entries()) {
          assert.equal(place, index + 1);
          assert.equal(localStart.slice(11), first.slice(11));
          assert.equal(
            Date.parse(`${localStart}Z`) - Date.parse(`${first}Z`),
            index * everyWeeks * 7 * 86_400_000,
          );
          assert.equal(aboutMs, Date.parse(`${localStart}Z`));
        }
      },
    ),
  );
});

test('all visits of a series are booked at once, each with decision and event', async () => {
  const patient = await aPatient();
  const proposal = await propose(patient, await slotAt('2026-12-08T10:00'), 2, 3);
  assert.ok(proposal.complete);
  assert.deepEqual(
    proposal.occurrences.map(({ localStart, slot }) => [localStart, slot?.startAt]),
    [
      ['2026-12-08T10:00', '2026-12-08T10:00:00Z'],
      ['2026-12-22T10:00', '2026-12-22T10:00:00Z'],
      ['2027-01-05T10:00', '2027-01-05T10:00:00Z'],
    ],
  );
  const request = requestFor(patient, proposal, 2);
  const { reservations } = await series('ReserveSeries', request, patient.as());
  assert.deepEqual(
    reservations.map(({ seriesId, seriesPlace, version }) => [seriesId, seriesPlace, version]),
    [1, 2, 3].map((place) => [request.seriesId, place, 1]),
  );
  for (const { appointmentId, seriesPlace } of reservations) {
    const { reservation } = await scheduler.call('GetReservation', { appointmentId }, patient.as());
    assert.equal(reservation?.seriesPlace, seriesPlace);
    assert.equal(reservation?.seriesId, request.seriesId);
  }
  const { rows } = await scheduler.pool.query(
    `select count(*) as events from event_view where payload ->> 'seriesId' = $1`,
    [request.seriesId],
  );
  assert.equal(Number(rows[0].events), 3);
  const again = await series('ReserveSeries', request, patient.as());
  assert.deepEqual(startsOf(again.reservations), startsOf(reservations));
  await assert.rejects(series('ReserveSeries', { ...request, reason: 'Another' }, patient.as()), {
    kind: 'idempotency-mismatch',
  });
  assert.deepEqual(await scheduler.broken(), []);
});

// Before the clock goes on: times that are kept are kept until a day before.
test('what is proposed as a series can be booked as one: a hold, what is kept, a referral', async () => {
  const [patient, receptionist] = await Promise.all([aPatient(), aReceptionist()]);
  // The patient has the first time on hold.
  const held = await slotAt('2026-12-21T09:00');
  await scheduler.call('HoldSlot', { patientId: patient.id, slotId: held }, patient.as());
  const proposal = await propose(patient, held, 1, 2);
  assert.equal(proposal.occurrences[0]?.slot?.id, held);
  await series('ReserveSeries', requestFor(patient, proposal), patient.as());

  // Each second start of Dr Skin is kept for urgent needs until a day before.
  const kept = await slotAt('2026-12-22T10:30', scheduler.hospital.skin.provider);
  const worse = { ...calm, gettingWorse: true, limitsDailyLife: true };
  const skin = {
    specialtyId: 'dermatology',
    visitTypeId: 'skin-visit',
    regionIds: ['karachi'],
    symptoms: worse,
  };
  const ask = (more: Partial<Need>, firstSlotId: string, by = patient) =>
    series(
      'ProposeSeries',
      { patientId: patient.id, need: { ...skin, ...more }, firstSlotId, everyWeeks: 1, count: 2 },
      by.as(),
    );
  const refused = await ask({}, kept);
  assert.deepEqual(
    refused.occurrences.map(({ reason }) => reason),
    ['carved-out', 'carved-out'],
  );
  assert.ok((await ask({}, kept, receptionist)).complete);

  const referralId = randomUUID();
  await scheduler.pool.query(
    `insert into referral(id, patient_id, kind, specialty_id, urgency, earliest_date, due_date, ordered_by, ordered_at, op_key)
     values ($1, $2, 'follow-up', 'dermatology', 'urgent', '2026-12-16', '2026-12-18', $3, '2026-11-30', 'its-order-key')`,
    [referralId, patient.id, scheduler.hospital.skin.provider],
  );
  await assert.rejects(ask({ referralId: randomUUID() }, kept), { kind: 'not-found' });
  const ordered = await ask({ referralId, symptoms: null }, '');
  assert.equal(ordered.occurrences[0]?.localStart.slice(0, 10), '2026-12-16');
  const withReferral = await ask({ referralId, symptoms: null }, kept);
  assert.deepEqual(
    withReferral.occurrences.map(({ reason }) => reason),
    ['', 'carved-out'],
  );
  const request = { ...requestFor(patient, withReferral), referralId };
  const { reservations } = await series('ReserveSeries', request, patient.as());
  assert.deepEqual(
    reservations.map((visit) => visit.referralId),
    [referralId, ''],
  );
  await assert.rejects(ask({ referralId }, kept), { kind: 'conflict' });
  assert.deepEqual(await scheduler.broken(), []);
});

test('a series keeps its wall-clock time when the clocks change', async () => {
  scheduler.clock.now = new Date('2027-03-01T08:00:00Z');
  try {
    await materialise(scheduler.pool, scheduler.clock.now);
    const patient = await aPatient();
    const { reservations } = await book(patient, await slotAt('2027-03-22T14:00'), 1, 3);
    // London's clocks go forward on 28 March.
    assert.deepEqual(startsOf(reservations), [
      '2027-03-22T14:00:00Z',
      '2027-03-29T13:00:00Z',
      '2027-04-05T13:00:00Z',
    ]);
    assert.deepEqual(await scheduler.broken(), []);
  } finally {
    scheduler.clock.now = START;
  }
});

test('an occurrence that is not to be had says why, and what would do instead; booking is all or none', async () => {
  const [patient, other] = await Promise.all([aPatient(), aPatient()]);
  const [first, second, third] = [
    await slotAt('2026-12-09T11:00'),
    await slotAt('2026-12-16T11:00'),
    await slotAt('2026-12-23T11:00', scheduler.hospital.heart.colleague).catch(() => ''),
  ];
  assert.equal(third, '');
  await scheduler.call('Reserve', wanting(other, second), other.as());
  const own = await slotAt('2026-12-23T10:30', scheduler.hospital.heart.colleague);
  await scheduler.call('Reserve', wanting(patient, own), patient.as());
  const proposal = await propose(patient, first, 1, 4);
  assert.equal(proposal.complete, false);
  const [one, two, three] = proposal.occurrences;
  assert.equal(one?.slot?.id, first);
  assert.deepEqual([two?.slot, two?.reason], [null, 'taken']);
  assert.equal(two?.alternative?.providerId, scheduler.hospital.heart.provider);
  assert.match(two?.alternative?.startAt ?? '', /^2026-12-16T1[01]:/);
  assert.ok(three?.slot, 'the visit before ends when this one begins');
  await assert.rejects(
    series(
      'ReserveSeries',
      {
        ...requestFor(patient, proposal),
        visits: [first, second].map((slotId) => ({ appointmentId: randomUUID(), slotId })),
      },
      patient.as(),
    ),
    (error: { kind?: string; details?: Record<string, string> }) =>
      error.kind === 'slot-taken' && error.details?.['place'] === '2',
  );
  const { rows } = await scheduler.pool.query('select state from slot where id = $1', [first]);
  assert.equal(rows[0].state, 'free');
  const { reservations } = await series('ReserveSeries', requestFor(patient, proposal), patient.as());
  assert.equal(reservations.length, 4);
  const far = await propose(await aPatient(), await slotAt('2027-02-01T09:00'), 12, 2);
  assert.equal(far.occurrences[1]?.reason, 'horizon');
  assert.deepEqual(await scheduler.broken(), []);
});

test('this visit moves, or it and all later ones by the same distance', async () => {
  const patient = await aPatient();
  const { request, reservations } = await book(patient, await slotAt('2026-12-10T09:00'), 1, 4);
  const { seriesId } = request;
  const [, second] = reservations;
  assert.ok(second);
  const one = { ...changeOf(seriesId, [second]), slotId: await slotAt('2026-12-18T13:00') };
  const moved = await series('MoveSeries', one, patient.as());
  assert.deepEqual(startsOf(moved.reservations), ['2026-12-18T13:00:00Z']);

  // A week later: each takes the slot that the next one leaves.
  const now = [moved.reservations[0], ...reservations.slice(2)].flatMap((visit) => visit ?? []);
  const rest = { ...changeOf(seriesId, now), slotId: await slotAt('2026-12-24T09:00') };
  const shifted = await series('MoveSeries', rest, patient.as());
  assert.deepEqual(startsOf(shifted.reservations), [
    '2026-12-24T09:00:00Z',
    '2026-12-31T09:00:00Z',
    '2027-01-07T09:00:00Z',
  ]);
  assert.deepEqual(
    startsOf((await series('MoveSeries', rest, patient.as())).reservations),
    startsOf(shifted.reservations),
  );
  const stale = { ...rest, operationKey: randomUUID(), slotId: await slotAt('2026-12-25T09:00') };
  await assert.rejects(series('MoveSeries', stale, patient.as()), { kind: 'conflict' });
  const back = { ...changeOf(seriesId, shifted.reservations), slotId: await slotAt('2026-12-17T09:00') };
  assert.deepEqual(startsOf((await series('MoveSeries', back, patient.as())).reservations), [
    '2026-12-17T09:00:00Z',
    '2026-12-24T09:00:00Z',
    '2026-12-31T09:00:00Z',
  ]);
  assert.deepEqual(await scheduler.broken(), []);
});

test('a series that cannot move as a whole stays where it is', async () => {
  const [patient, other] = await Promise.all([aPatient(), aPatient()]);
  const { request, reservations } = await book(patient, await slotAt('2026-12-11T09:30'), 1, 3);
  await scheduler.call('Reserve', wanting(other, await slotAt('2026-12-19T10:00')), other.as());
  const move = { ...changeOf(request.seriesId, reservations), slotId: await slotAt('2026-12-12T10:00') };
  await assert.rejects(
    series('MoveSeries', move, patient.as()),
    (error: { kind?: string; details?: Record<string, string> }) =>
      error.kind === 'slot-taken' && error.details?.['place'] === '2',
  );
  // The times are free, but the patient is elsewhere at the third.
  const elsewhere = await slotAt('2026-12-27T10:00', scheduler.hospital.heart.colleague);
  await scheduler.call('Reserve', wanting(patient, elsewhere), patient.as());
  const meets = { ...changeOf(request.seriesId, reservations), slotId: await slotAt('2026-12-13T10:00') };
  await assert.rejects(
    series('MoveSeries', meets, patient.as()),
    (error: { kind?: string; details?: Record<string, string> }) =>
      error.kind === 'conflict' && error.details?.['place'] === '3',
  );
  const { rows } = await scheduler.pool.query(
    'select version, slot_id from reservation where series_id = $1 order by series_place',
    [request.seriesId],
  );
  assert.deepEqual(
    rows,
    request.visits.map(({ slotId }) => ({ version: 1, slot_id: slotId })),
  );
  assert.deepEqual(await scheduler.broken(), []);
});

test('this visit is cancelled, or it and all later ones; only by those it concerns', async () => {
  const [patient, other, receptionist] = await Promise.all([aPatient(), aPatient(), aReceptionist()]);
  const { request, reservations } = await book(patient, await slotAt('2026-12-14T14:00'), 1, 4);
  const [first, second, third, fourth] = reservations;
  assert.ok(first && second && third && fourth);
  const one = changeOf(request.seriesId, [second]);
  await assert.rejects(series('CancelSeries', one, other.as()), { kind: 'not-found' });
  await series('CancelSeries', one, patient.as());
  const partial = changeOf(request.seriesId, [first, third]);
  await assert.rejects(series('CancelSeries', partial, receptionist.as()), { kind: 'conflict' });
  const rest = changeOf(request.seriesId, [first, third, fourth]);
  const cancelled = await series('CancelSeries', rest, receptionist.as());
  assert.ok(cancelled.reservations.every(({ status }) => status === 'VISIT_STATUS_CANCELLED'));
  assert.equal((await series('CancelSeries', rest, receptionist.as())).reservations.length, 3);
  const { rows } = await scheduler.pool.query(
    `select count(*) as free from slot where id = any ($1) and state in ('free', 'settling')`,
    [request.visits.map(({ slotId }) => slotId)],
  );
  assert.equal(Number(rows[0].free), 4);
  assert.deepEqual(await scheduler.broken(), []);
});

test('two series that want the same slots: one is booked whole, the other not at all', async () => {
  const [one, two] = await Promise.all([aPatient(), aPatient()]);
  const proposal = await propose(one, await slotAt('2027-01-11T13:30'), 1, 6);
  const requests = [one, two].map((patient) => requestFor(patient, proposal));
  const done = await Promise.allSettled(
    requests.map((request, index) => series('ReserveSeries', request, (index === 0 ? one : two).as())),
  );
  assert.equal(done.filter(({ status }) => status === 'fulfilled').length, 1);
  const { rows } = await scheduler.pool.query(
    'select count(*) as visits from reservation where series_id = any ($1)',
    [requests.map(({ seriesId }) => seriesId)],
  );
  assert.equal(Number(rows[0].visits), 6);
  assert.deepEqual(await scheduler.broken(), []);
});

test('what is asked wrongly', async () => {
  const [patient, other] = await Promise.all([aPatient(), aPatient()]);
  const slotId = await slotAt('2027-01-13T09:00');
  const ask = { patientId: patient.id, need, firstSlotId: slotId, everyWeeks: 1, count: 3 };
  await assert.rejects(series('ProposeSeries', ask, other.as()), { kind: 'forbidden' });
  for (const bad of [{ everyWeeks: 13 }, { count: 1 }, { firstSlotId: 'x' }, { need: null }]) {
    await assert.rejects(series('ProposeSeries', { ...ask, ...bad }, patient.as()), { kind: 'invalid' });
  }
  const proposal = await propose(patient, slotId, 1, 3);
  const request = requestFor(patient, proposal);
  const backwards = { ...request, visits: request.visits.toReversed() };
  await assert.rejects(series('ReserveSeries', backwards, patient.as()), { kind: 'invalid' });
  const twice = {
    ...request,
    visits: [request.visits[0], request.visits[0]].flatMap((visit) => visit ?? []),
  };
  await assert.rejects(series('ReserveSeries', twice, patient.as()), { kind: 'invalid' });
  await assert.rejects(series('ReserveSeries', request, other.as()), { kind: 'forbidden' });
  assert.deepEqual(await scheduler.broken(), []);
});
