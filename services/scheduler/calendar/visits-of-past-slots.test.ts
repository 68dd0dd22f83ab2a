/** Weeks and a year after a visit its slot has left the live ones, and everybody still sees and does with the visit what they could. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { moveDatabaseClock } from '@healthbooker/local/test/database-clock';
import { workloadToken } from '@healthbooker/local/test/tokens';
import type { AvailabilityServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/AvailabilityService';
import type { DecisionServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/DecisionService';
import type { SeriesServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SeriesService';
import { readRetention } from '@healthbooker/runtime/retention';
import { newTrace } from '@healthbooker/runtime/trace';
import { type LeaveBed, makeLeaveBed } from '../test/leave.ts';
import { anAdmin, aPatient, aReceptionist, type Person, theProvider, wanting } from '../test/service.ts';
import { materialise } from './materialise.ts';
import { pastSlotTasks } from './past-slots.ts';

const need = {
  specialtyId: 'cardiology',
  visitTypeId: 'heart-visit',
  regionIds: ['london'],
  symptoms: { emergencySigns: false, gettingWorse: false, limitsDailyLife: false, longStanding: true },
};
const day = '2026-12-09';
const day_ms = 86_400_000;
let bed: LeaveBed;
let desk: Person;
let admin: Person;
let doctor: Person;
/** A visit each, by what became of it; `longer` took in the slot behind its own. */
const visits: Record<'missed' | 'seen' | 'unmarked' | 'cancelled' | 'longer' | 'proposed', string> = {
  missed: '',
  seen: '',
  unmarked: '',
  cancelled: '',
  longer: '',
  proposed: '',
};
let seriesVisits: string[];
let patients: Record<string, Person>;

before(async () => {
  bed = await makeLeaveBed();
  const { scheduler } = bed;
  [desk, admin, doctor] = [await aReceptionist(), await anAdmin(), await theProvider(bed.heart)];
  const { rows } = await scheduler.pool.query(
    `select id from slot where provider_id = $1 and local_start::date = $2 and state = 'free' order by start_at`,
    [bed.heart, day],
  );
  const slotIds = rows.map(({ id }) => id as string);
  patients = {};
  for (const name of ['missed', 'seen', 'unmarked', 'cancelled', 'longer'] as const) {
    const patient = await aPatient();
    const wish = {
      ...wanting(patient, name === 'longer' ? slotIds[2] : slotIds.shift()),
      ...(name === 'longer' ? { accessNeeds: ['ACCESS_NEED_LONGER_VISIT' as const] } : {}),
    };
    await scheduler.call('Reserve', wish, patient.as());
    visits[name] = wish.appointmentId;
    patients[name] = patient;
  }
  const patient = await aPatient();
  const wish = { patientId: patient.id, need: { ...need, earliestDate: day } };
  const { offer } = await scheduler.call('Propose', wish, patient.as());
  assert.ok(offer);
  const taken = { ...wanting(patient, offer.slot?.id), holdId: offer.id };
  await scheduler.call('Reserve', taken, patient.as());
  visits.proposed = taken.appointmentId;
  patients['proposed'] = patient;
  await change(visits.cancelled, 1, 'CANCEL');

  const regular = await aPatient();
  patients['regular'] = regular;
  const series = scheduler.service<SeriesServiceDefinition>('healthbooker.scheduler.v1.SeriesService');
  const { occurrences } = await series(
    'ProposeSeries',
    { patientId: regular.id, need, firstSlotId: slotIds[0] ?? '', everyWeeks: 1, count: 3 },
    regular.as(),
  );
  seriesVisits = occurrences.map(() => randomUUID());
  await series(
    'ReserveSeries',
    {
      seriesId: randomUUID(),
      patientId: regular.id,
      everyWeeks: 1,
      reason: 'Physio',
      urgency: 'URGENCY_ROUTINE',
      operationKey: randomUUID(),
      visits: occurrences.map(({ slot, alternative }, index) => ({
        appointmentId: seriesVisits[index] ?? '',
        slotId: slot?.id ?? alternative?.id ?? '',
      })),
    },
    regular.as(),
  );
  await at(`${day}T16:00:00Z`);
  await change(visits.missed, 1, 'NOSHOW');
  await change(visits.seen, 1, 'ARRIVED');
  await change(visits.seen, 2, 'FULFILLED');
});
after(() => bed?.close());

/** Moves program and database together, and makes the slots up to the horizon. */
async function at(time: string | Date): Promise<Date> {
  const now = new Date(time);
  bed.scheduler.clock.now = now;
  await moveDatabaseClock(bed.scheduler.pool, now);
  await materialise(bed.scheduler.pool, now);
  return now;
}

async function change(appointmentId: string, expectedVersion: number, to: string) {
  const asked = { appointmentId, expectedVersion, operationKey: randomUUID() };
  if (to === 'CANCEL') return bed.scheduler.call('CancelReservation', asked, desk.as());
  return bed.scheduler.call(
    'ChangeVisitStatus',
    { ...asked, status: `VISIT_STATUS_${to}` as 'VISIT_STATUS_BOOKED' },
    desk.as(),
  );
}

/** All that the scheduler says of these visits, whoever asks. */
async function told() {
  const { call, service } = bed.scheduler;
  const availability = service<AvailabilityServiceDefinition>(
    'healthbooker.scheduler.v1.AvailabilityService',
  );
  const decisions = service<DecisionServiceDefinition>('healthbooker.scheduler.v1.DecisionService');
  const workload = {
    token: await workloadToken('appointment', 'scheduler'),
    deadline: Date.now() + 10_000,
    trace: newTrace(),
  };
  const ids = [...Object.values(visits), ...seriesVisits];
  // It waits for transactions that run, also those of other tests on this server.
  let changed = await call('ListChanged', { since: '', limit: 200 } as never, workload);
  while (changed.reservations.length < ids.length) {
    await sleep(50);
    changed = await call('ListChanged', { since: '', limit: 200 } as never, workload);
  }
  return {
    reservations: await Promise.all(
      ids.map((appointmentId) => call('GetReservation', { appointmentId }, desk.as())),
    ),
    day: await call(
      'ListProviderDay',
      { providerId: bed.heart, fromAt: `${day}T00:00:00Z`, toAt: '2026-12-10T00:00:00Z' },
      doctor.as(),
    ),
    week: await availability(
      'ListProviderWeek',
      { providerId: bed.heart, firstDate: '2026-12-07' },
      admin.as(),
    ),
    changed: changed.reservations,
    related: await Promise.all(
      Object.values(patients).map(({ id }) => call('HasCareRelationship', { patientId: id }, doctor.as())),
    ),
    why: await decisions('GetDecision', { appointmentId: visits.proposed, version: 1 }, admin.as()),
    replayed: await decisions('ReplayDecision', { appointmentId: visits.proposed, version: 1 }, admin.as()),
  };
}

async function count(sql: string): Promise<number> {
  return (await bed.scheduler.pool.query(`select count(*)::int as n from ${sql}`)).rows[0].n;
}

/** Everything that a night does with slots that are over. */
async function tidy(now: Date): Promise<void> {
  for (const task of pastSlotTasks(bed.scheduler.pool, readRetention()))
    while ((await task.step(now)).isMore);
}

test('36 days later the slots are moved, and everybody is told the same', async () => {
  const later = await at(new Date(Date.parse(`${day}T16:00:00Z`) + 36 * day_ms));
  const told1 = await told();
  assert.equal(told1.reservations.length, 9);
  assert.ok(told1.day.reservations.length >= 5 && told1.week.slots.length > 20 && told1.changed.length >= 9);
  assert.ok(told1.related.slice(0, 3).every(({ related }) => related));
  assert.ok(told1.why.decision?.candidates.every(({ slot }) => slot !== null));
  const past = await count(`slot where end_at < '${new Date(later.getTime() - 35 * day_ms).toISOString()}'`);
  assert.ok(past > 20, `${past} slots are over`);
  await tidy(later);
  assert.equal(await count(`slot where start_at < '2026-12-10'`), 0);
  assert.equal(await count('slot_past'), past);
  assert.equal(await count(`slot_past where local_start::date = '${day}' and state = 'booked'`), 6);
  const told2 = await told();
  // A free slot of the past was closed before it was moved: nobody could have it since the day after.
  const states = ({ slots }: typeof told1.week) => slots.map((slot) => ({ ...slot, state: 'ANY' }));
  assert.deepEqual(states(told2.week), states(told1.week));
  assert.deepEqual({ ...told2, week: null }, { ...told1, week: null });
  assert.deepEqual(await bed.scheduler.broken(), []);
});

for (const days of [37, 400]) {
  test(`${days} days later a status is undone, corrected, and one that nobody noted is`, async () => {
    await at(new Date(Date.parse(`${day}T16:00:00Z`) + days * day_ms));
    const version = async (appointmentId: string) => (await bed.reservation(appointmentId)).version;
    const before = await bed.reservation(visits.missed);
    await change(visits.missed, before.version, 'BOOKED');
    await change(visits.missed, before.version + 1, 'ARRIVED');
    const { reservation } = await change(visits.missed, before.version + 2, 'NOSHOW');
    assert.deepEqual(reservation?.slot, before.slot);
    assert.equal(reservation?.locationName, before.locationName);
    await change(visits.seen, await version(visits.seen), 'CHECKED_IN');
    await change(visits.seen, await version(visits.seen), 'FULFILLED');
    await change(visits.longer, await version(visits.longer), days === 37 ? 'NOSHOW' : 'BOOKED');
    assert.deepEqual(await bed.scheduler.broken(), []);
  });
}

test('the desk cancels or moves a visit of long ago that nobody noted; nothing is given back', async () => {
  const settling = await count(`slot where state = 'settling'`);
  await change(visits.unmarked, 1, 'CANCEL');
  assert.equal((await bed.reservation(visits.unmarked)).status, 'VISIT_STATUS_CANCELLED');
  const from = bed.scheduler.clock.now;
  const { rows } = await bed.scheduler.pool.query(
    `select id from slot where provider_id = $1 and state = 'free' and start_at > $2 and release_at is null order by start_at limit 1`,
    [bed.heart, new Date(from.getTime() + 3 * day_ms)],
  );
  const { reservation } = await bed.scheduler.call(
    'MoveReservation',
    { appointmentId: visits.proposed, expectedVersion: 1, slotId: rows[0].id, operationKey: randomUUID() },
    desk.as(),
  );
  assert.equal(reservation?.slot?.id, rows[0].id);
  assert.equal(await count(`slot where state = 'settling'`), settling);
  assert.deepEqual(await bed.scheduler.broken(), []);
});

test('what is kept 24 months goes, and the visits are told as before', async () => {
  const before = await bed.reservation(visits.seen);
  const later = await at('2029-02-01T00:00:00Z');
  await tidy(later);
  assert.equal(await count(`slot_past where start_at < '2027-02-01'`), 0);
  assert.ok((await count('slot_past')) > 0, 'those of later are kept');
  assert.deepEqual(await bed.reservation(visits.seen), before);
});
