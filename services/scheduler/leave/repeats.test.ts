/** Whoever repeats an operation is answered as before, though it could not be done by now. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, afterEach, before, test } from 'node:test';
import type { LatenessServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/LatenessService';
import type { PlaceReferralRequest } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/PlaceReferralRequest';
import type { ReferralServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ReferralService';
import type { SeriesServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SeriesService';
import { addRegions, setReach } from '../test/regions.ts';
import {
  aPatient,
  type Person,
  START,
  startScheduler,
  type TestScheduler,
  theProvider,
  wanting,
} from '../test/service.ts';
import { isOffered, joining, waitlistOf } from '../test/waiting.ts';

let scheduler: TestScheduler;
let clinicians: { steps: string };
before(async () => {
  scheduler = await startScheduler();
  clinicians = await addRegions(scheduler.pool);
});
after(() => scheduler.close());
afterEach(async () => {
  scheduler.clock.now = START;
  await setPolicy(5, 10, 6);
});

const setPolicy = (visits: number, moves: number, places: number) =>
  scheduler.pool.query(
    `update policy set open_visits_per_specialty = $1, open_series_per_specialty = $1, new_visits_per_day = $1,
       moves_per_day = $2, waiting_places = $3`,
    [visits, moves, places],
  );

/** Nobody may have more, no wished date is still to come, and the patient cannot go where the visit is. */
async function everythingChanges(patient: Person): Promise<void> {
  await setPolicy(1, 1, 0);
  await setReach(scheduler, patient, { regionId: 'karachi', needsStepFree: true, profileVersion: 9 });
  scheduler.clock.now = new Date('2027-01-20T08:00:00Z');
}

/** Asks, lets everything change, asks the same again, and compares what is said of each. */
async function repeats<Answer>(
  patient: Person,
  ask: () => Promise<Answer>,
  said: (answer: Answer) => unknown,
) {
  const first = await ask();
  await everythingChanges(patient);
  assert.deepEqual(said(await ask()), said(first));
  assert.ok(said(first));
  return first;
}

const calm = { emergencySigns: false, gettingWorse: false, limitsDailyLife: false, longStanding: true };
const need = { specialtyId: 'cardiology', visitTypeId: 'heart-visit', symptoms: calm, regionIds: ['london'] };
const series = () => scheduler.service<SeriesServiceDefinition>('healthbooker.scheduler.v1.SeriesService');

const used = new Set<string>();
/** Free times where there are steps, weeks apart, which no other test names. */
async function times(count: number): Promise<string[]> {
  const { rows } = await scheduler.pool.query(
    `select id, local_start::time as at from slot
     where provider_id = $1 and state = 'free' and start_at > '2026-12-03' and extract(isodow from local_start) = 4
     order by at, start_at`,
    [clinicians.steps],
  );
  const free = rows.filter(({ id }) => !used.has(id));
  const found = free.filter(({ at }) => at === free[0]?.at).slice(0, count);
  assert.equal(found.length, count);
  for (const { id } of found) used.add(id);
  return found.map(({ id }) => id);
}

const versionOf = ({ reservation }: { reservation: { appointmentId: string; version: number } | null }) =>
  reservation && [reservation.appointmentId, reservation.version];

async function booked(patient: Person): Promise<string> {
  const request = wanting(patient, (await times(1))[0]);
  await scheduler.call('Reserve', request, patient.as());
  return request.appointmentId;
}

test('Reserve, by a slot and by a need whose last date is past', async () => {
  const [one, two] = await Promise.all([aPatient(), aPatient()]);
  const named = wanting(one, (await times(1))[0]);
  await repeats(one, () => scheduler.call('Reserve', named, one.as()), versionOf);
  scheduler.clock.now = START;
  await setPolicy(5, 10, 6);
  const wished = { ...wanting(two, ''), need: { ...need, latestDate: '2026-12-20' } };
  await repeats(two, () => scheduler.call('Reserve', wished, two.as()), versionOf);
  const another = { ...wished, appointmentId: randomUUID(), operationKey: randomUUID() };
  await assert.rejects(scheduler.call('Reserve', another, two.as()), { kind: 'invalid' });
});

test('Reserve with a referral, which it has used itself; PlaceReferral, whose date is past', async () => {
  const patient = await aPatient();
  await booked(patient);
  const doctor = await theProvider(clinicians.steps);
  const referrals = scheduler.service<ReferralServiceDefinition>('healthbooker.scheduler.v1.ReferralService');
  const order: PlaceReferralRequest = {
    patientId: patient.id,
    kind: 'REFERRAL_KIND_FOLLOW_UP',
    specialtyId: 'cardiology',
    urgency: 'URGENCY_SOON',
    dueDate: '2026-12-20',
    providerId: clinicians.steps,
    operationKey: randomUUID(),
  };
  const { referral } = await repeats(
    patient,
    () => referrals('PlaceReferral', order, doctor.as()),
    (answer) => answer.referral?.id,
  );
  scheduler.clock.now = START;
  const request = { ...wanting(patient, (await times(1))[0]), ...agreed, referralId: referral?.id ?? '' };
  await repeats(patient, () => scheduler.call('Reserve', request, patient.as()), versionOf);
});

const agreed = { otherRegionAgreed: true, stepsAgreed: true };

test('ReserveSeries, MoveSeries and CancelSeries', async () => {
  const patient = await aPatient();
  const visits = (await times(2)).map((slotId) => ({ appointmentId: randomUUID(), slotId }));
  const seriesId = randomUUID();
  const all = (answer: { reservations: { appointmentId: string; version: number }[] }) =>
    answer.reservations.map(({ appointmentId, version }) => [appointmentId, version]);
  const reserve = {
    seriesId,
    patientId: patient.id,
    everyWeeks: 1,
    visits,
    reason: '',
    operationKey: randomUUID(),
    urgency: 'URGENCY_ROUTINE' as const,
  };
  await repeats(patient, () => series()('ReserveSeries', reserve, patient.as()), all);
  scheduler.clock.now = START;
  await setPolicy(5, 10, 6);
  const change = (expectedVersion: number) => ({
    seriesId,
    appointmentId: visits[0]?.appointmentId ?? '',
    scope: 'SERIES_SCOPE_THIS_AND_LATER' as const,
    versions: visits.map(({ appointmentId }) => ({ appointmentId, expectedVersion })),
    operationKey: randomUUID(),
  });
  const move = { ...change(1), ...agreed, slotId: (await times(2))[0] ?? '' };
  await repeats(patient, () => series()('MoveSeries', move, patient.as()), all);
  scheduler.clock.now = START;
  const cancel = change(2);
  await repeats(patient, () => series()('CancelSeries', cancel, patient.as()), all);
});

test('MoveReservation, CancelReservation, ChangeVisitStatus and ReportLateness', async () => {
  const [mover, late] = await Promise.all([aPatient(), aPatient()]);
  const id = await booked(mover);
  const move = {
    appointmentId: id,
    expectedVersion: 1,
    slotId: (await times(1))[0] ?? '',
    operationKey: randomUUID(),
  };
  await repeats(mover, () => scheduler.call('MoveReservation', move, mover.as()), versionOf);
  scheduler.clock.now = START;
  const cancel = { appointmentId: id, expectedVersion: 2, operationKey: randomUUID() };
  await repeats(mover, () => scheduler.call('CancelReservation', cancel, mover.as()), versionOf);
  scheduler.clock.now = START;
  await setPolicy(5, 10, 6);
  const visit = wanting(late, (await times(1))[0]);
  const { reservation } = await scheduler.call('Reserve', visit, late.as());
  scheduler.clock.now = new Date(Date.parse(reservation?.slot?.startAt ?? '') - 600_000);
  const onTheDay = { appointmentId: visit.appointmentId, operationKey: randomUUID() };
  const lateness = scheduler.service<LatenessServiceDefinition>('healthbooker.scheduler.v1.LatenessService');
  const report = { ...onTheDay, expectedVersion: 1, lateMinutes: 10 };
  await repeats(late, () => lateness('ReportLateness', report, late.as()), versionOf);
  scheduler.clock.now = new Date(Date.parse(reservation?.slot?.startAt ?? '') - 600_000);
  const arrive = {
    ...onTheDay,
    expectedVersion: 2,
    operationKey: randomUUID(),
    status: 'VISIT_STATUS_ARRIVED' as const,
  };
  await repeats(late, () => scheduler.call('ChangeVisitStatus', arrive, late.as()), versionOf);
});

test('JoinWaitlist, ChangeWaitlistEntry and AcceptOffer', async () => {
  const patient = await aPatient();
  const waitlist = waitlistOf(scheduler);
  const dates = { earliestDate: '2026-12-07', latestDate: '2026-12-20' };
  const ask = joining(patient, { ...dates, mode: 'VISIT_MODE_PHONE', regionIds: ['london'] });
  const version = ({ entry }: { entry: { appointmentId: string; version: number } | null }) =>
    entry?.appointmentId;
  const { entry } = await repeats(patient, () => waitlist('JoinWaitlist', ask, patient.as()), version);
  scheduler.clock.now = START;
  const change = {
    appointmentId: entry?.appointmentId ?? '',
    expectedVersion: entry?.version ?? 0,
    reason: '',
    need: { ...need, ...dates, locationId: 'near' },
    autoAccept: false,
    operationKey: randomUUID(),
  };
  await setReach(scheduler, patient, { regionId: 'london', profileVersion: 10 });
  await setPolicy(5, 10, 6);
  const changed = await waitlist('ChangeWaitlistEntry', change, patient.as());
  assert.ok(changed.entry && isOffered(changed.entry));
  const accept = {
    appointmentId: changed.entry.appointmentId,
    expectedVersion: changed.entry.version,
    holdId: changed.entry.offer?.holdId ?? '',
    operationKey: randomUUID(),
  };
  await repeats(patient, () => waitlist('AcceptOffer', accept, patient.as()), versionOf);
  assert.equal(version(await waitlist('ChangeWaitlistEntry', change, patient.as())), change.appointmentId);
});
