import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, test } from 'node:test';
import type { Policy } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Policy';
import type { PolicyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/PolicyService';
import type { ReferralServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ReferralService';
import type { SeriesServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SeriesService';
import type { WaitlistServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/WaitlistService';
import type { ServiceError } from '@healthbooker/runtime/errors';
import {
  anAdmin,
  aPatient,
  aReceptionist,
  type Person,
  START,
  startScheduler,
  type TestScheduler,
  theProvider,
  wanting,
} from '../test/service.ts';

let scheduler: TestScheduler;
beforeEach(async () => {
  scheduler = await startScheduler();
});
afterEach(() => scheduler.close());

const service = () => scheduler.service<PolicyServiceDefinition>('healthbooker.scheduler.v1.PolicyService');
const calm = { emergencySigns: false, gettingWorse: false, limitsDailyLife: false, longStanding: false };

async function limit(change: Partial<Policy>): Promise<void> {
  const admin = await anAdmin();
  const { policy, version } = await service()('GetPolicy', {}, admin.as());
  await service()('ChangePolicy', { policy: { ...policy, ...change }, expectedVersion: version }, admin.as());
}

async function book(patient: Person, slotId: string | undefined, by: Person = patient, other = {}) {
  const request = wanting(patient, slotId, other);
  await scheduler.call('Reserve', request, by.as());
  return request.appointmentId;
}

const cancel = (appointmentId: string, by: Person) =>
  scheduler.call(
    'CancelReservation',
    { appointmentId, expectedVersion: 1, operationKey: randomUUID() },
    by.as(),
  );

const limited = (reason: string, most: number) => (error: ServiceError) => {
  assert.equal(error.kind, 'conflict');
  assert.deepEqual(error.details, { reason, limit: String(most) });
  return true;
};

/** Free slots of Dr Heart on days of their own, so that none overlap. */
async function days(count: number): Promise<string[]> {
  const { rows } = await scheduler.pool.query(
    `select id from slot where provider_id = $1 and state = 'free' and local_start::time = '09:00'
       and local_start > '2026-12-03' order by start_at limit $2`,
    [scheduler.hospital.heart.provider, count],
  );
  return rows.map(({ id }) => id);
}

test('fifty bookings at once of one patient: as many as may be open in a specialty, and no more', async () => {
  const patient = await aPatient();
  const slots = await days(50);
  const results = await Promise.allSettled(slots.map((slotId) => book(patient, slotId)));
  const refused = results.flatMap((result) => (result.status === 'rejected' ? result.reason : []));
  assert.equal(results.length - refused.length, 5);
  for (const error of refused) limited('open-visits', 5)(error);
  const { rows } = await scheduler.pool.query(
    'select count(*)::int as open from reservation where patient_id = $1',
    [patient.id],
  );
  assert.equal(rows[0].open, 5);
  assert.deepEqual(await scheduler.broken(), []);
});

test('the limit is one of each specialty and each person, and a visit that is cancelled or over makes room', async () => {
  await limit({ openVisitsPerSpecialty: 1 });
  const patient = await aPatient();
  const [first, second, third] = await days(3);
  const id = await book(patient, first);
  await assert.rejects(book(patient, second), limited('open-visits', 1));
  await book(await aPatient(), second);
  const [skin] = await scheduler.freeSlots('dermatology', '2026-12-08');
  await book(patient, skin);
  await cancel(id, patient);
  const again = await book(patient, third);
  await assert.rejects(book(patient, (await days(1))[0]), limited('open-visits', 1));
  await scheduler.pool.query("update reservation set status = 'fulfilled' where appointment_id = $1", [
    again,
  ]);
  await book(patient, (await days(1))[0]);
});

test('booking and cancelling again and again ends at the day’s limit, and goes on a day later', async () => {
  await limit({ newVisitsPerDay: 3 });
  const patient = await aPatient();
  const [slotId] = await days(1);
  for (let time = 0; time < 3; time += 1) {
    await cancel(await book(patient, slotId), patient);
    assert.deepEqual(await scheduler.broken(), []);
  }
  await assert.rejects(book(patient, slotId), limited('new-visits', 3));
  scheduler.clock.now = new Date(START.getTime() + 24 * 3_600_000 + 1);
  await book(patient, slotId);
});

test('what staff book and what a referral is for does not count, and staff book beyond the limit', async () => {
  await limit({ openVisitsPerSpecialty: 1, newVisitsPerDay: 1 });
  const [patient, reception] = [await aPatient(), await aReceptionist()];
  const [first, second, third, fourth, fifth, sixth] = await days(6);
  await book(patient, first, reception);
  await book(patient, second, reception);
  const own = await book(patient, third);
  await assert.rejects(book(patient, fourth), limited('open-visits', 1));
  const doctor = await theProvider(scheduler.hospital.heart.provider);
  const referrals = scheduler.service<ReferralServiceDefinition>('healthbooker.scheduler.v1.ReferralService');
  const order = {
    patientId: patient.id,
    kind: 'REFERRAL_KIND_REFERRAL' as const,
    specialtyId: 'cardiology',
    urgency: 'URGENCY_ROUTINE' as const,
    operationKey: randomUUID(),
  };
  const { referral } = await referrals('PlaceReferral', order, doctor.as());
  await book(patient, fourth, patient, { referralId: referral?.id ?? '' });
  await book(patient, fifth, reception);
  await cancel(own, patient);
  await assert.rejects(book(patient, sixth), limited('new-visits', 1));
});

test('series have a limit of their own, and are one new visit each', async () => {
  await limit({ openSeriesPerSpecialty: 1, newVisitsPerDay: 2, openVisitsPerSpecialty: 1 });
  const series = scheduler.service<SeriesServiceDefinition>('healthbooker.scheduler.v1.SeriesService');
  const patient = await aPatient();
  const request = async (by: Person) => {
    const slots = await days(12);
    return series(
      'ReserveSeries',
      {
        seriesId: randomUUID(),
        patientId: patient.id,
        everyWeeks: 1,
        reason: '',
        urgency: 'URGENCY_ROUTINE' as const,
        operationKey: randomUUID(),
        visits: slots.slice(0, 3).map((slotId) => ({ appointmentId: randomUUID(), slotId })),
      },
      by.as(),
    );
  };
  await request(patient);
  await assert.rejects(
    request(patient),
    (error: ServiceError) => error.details?.['reason'] === 'open-series',
  );
  await book(patient, (await days(1))[0]);
  await assert.rejects(book(patient, (await days(1))[0]), limited('open-visits', 1));
  await request(await aReceptionist());
  await limit({ openSeriesPerSpecialty: 5 });
  await assert.rejects(request(patient), (error: ServiceError) => error.details?.['reason'] === 'new-visits');
  assert.deepEqual(await scheduler.broken(), []);
});

test('who may not book may not wait either, and nobody waits everywhere', async () => {
  const waitlist = scheduler.service<WaitlistServiceDefinition>('healthbooker.scheduler.v1.WaitlistService');
  const patient = await aPatient();
  const join = (specialtyId: string, by = patient) =>
    waitlist(
      'JoinWaitlist',
      {
        patientId: patient.id,
        reason: '',
        autoAccept: false,
        operationKey: randomUUID(),
        need: {
          specialtyId,
          visitTypeId: specialtyId === 'cardiology' ? 'heart-visit' : 'skin-visit',
          regionIds: ['london', 'karachi'],
          symptoms: calm,
          mode: 'VISIT_MODE_PHONE' as const,
        },
      },
      by.as(),
    );
  await limit({ openVisitsPerSpecialty: 1, waitingPlaces: 1 });
  const id = await book(patient, (await days(1))[0]);
  await assert.rejects(join('cardiology'), limited('open-visits', 1));
  await join('dermatology');
  await cancel(id, patient);
  await assert.rejects(join('cardiology'), limited('waiting-places', 1));
  await join('cardiology', await aReceptionist());
});

test('an offer is not taken beyond the limit, and stays', async () => {
  const waitlist = scheduler.service<WaitlistServiceDefinition>('healthbooker.scheduler.v1.WaitlistService');
  const patient = await aPatient();
  await limit({ openVisitsPerSpecialty: 1 });
  const { entry } = await waitlist(
    'JoinWaitlist',
    {
      patientId: patient.id,
      reason: '',
      autoAccept: false,
      operationKey: randomUUID(),
      need: { specialtyId: 'cardiology', visitTypeId: 'heart-visit', regionIds: ['london'], symptoms: calm },
    },
    patient.as(),
  );
  assert.equal(entry?.state, 'WAITLIST_STATE_OFFERED');
  const id = await book(patient, (await days(3))[2]);
  const accept = {
    appointmentId: entry?.appointmentId ?? '',
    expectedVersion: entry?.version ?? 0,
    holdId: entry?.offer?.holdId ?? '',
    operationKey: randomUUID(),
  };
  await assert.rejects(waitlist('AcceptOffer', accept, patient.as()), limited('open-visits', 1));
  await cancel(id, patient);
  await waitlist('AcceptOffer', accept, patient.as());
  assert.deepEqual(await scheduler.broken(), []);
});

test('a patient moves visits so often in a day; staff move them on', async () => {
  await limit({ movesPerDay: 2 });
  const patient = await aPatient();
  const [first, second] = await days(2);
  const id = await book(patient, first);
  const move = (expectedVersion: number, by = patient) =>
    scheduler.call(
      'MoveReservation',
      {
        appointmentId: id,
        expectedVersion,
        operationKey: randomUUID(),
        slotId: (expectedVersion % 2 === 1 ? second : first) ?? '',
      },
      by.as(),
    );
  for (const version of [1, 2]) {
    await move(version);
    assert.deepEqual(await scheduler.broken(), []);
  }
  await assert.rejects(move(3), limited('moves', 2));
  await move(3, await aReceptionist());
  scheduler.clock.now = new Date(START.getTime() + 24 * 3_600_000 + 1);
  await scheduler.broken();
  await move(4);
});

test('the policy is read and changed by administrators, and who changed what is kept', async () => {
  const [admin, other] = [await anAdmin(), await anAdmin()];
  const { policy, version, changes } = await service()('GetPolicy', {}, admin.as());
  assert.ok(policy);
  assert.deepEqual(
    [policy.openVisitsPerSpecialty, policy.newVisitsPerDay, policy.lateCancellationHours, version, changes],
    [5, 10, 24, 1, []],
  );
  const wanted = { ...policy, movesPerDay: 3, waitingPlaces: 0 };
  const changed = await service()('ChangePolicy', { policy: wanted, expectedVersion: 1 }, admin.as());
  assert.deepEqual([changed.policy, changed.version], [wanted, 2]);
  await assert.rejects(service()('ChangePolicy', { policy, expectedVersion: 1 }, other.as()), {
    kind: 'conflict',
    details: { currentVersion: '2' },
  });
  const same = await service()('ChangePolicy', { policy: wanted, expectedVersion: 2 }, other.as());
  assert.equal(same.version, 2);
  const read = await service()('GetPolicy', {}, other.as());
  assert.deepEqual(read.policy, wanted);
  assert.deepEqual(
    read.changes.map(({ version: made, changedBy, differences }) => ({ made, changedBy, differences })),
    [
      {
        made: 2,
        changedBy: admin.id,
        differences: [
          { field: 'moves_per_day', before: 10, after: 3 },
          { field: 'waiting_places', before: 6, after: 0 },
        ],
      },
    ],
  );
  for (const wrong of [
    { openVisitsPerSpecialty: 0 },
    { newVisitsPerDay: -1 },
    { lateCancellationHours: 1e6 },
  ]) {
    await assert.rejects(
      service()('ChangePolicy', { policy: { ...wanted, ...wrong }, expectedVersion: 2 }, admin.as()),
      (error: ServiceError) => error.fields?.[0]?.field === `policy.${Object.keys(wrong)[0]}`,
    );
  }
  for (const who of [await aPatient(), await aReceptionist()]) {
    await assert.rejects(service()('GetPolicy', {}, who.as()), { kind: 'forbidden' });
    await assert.rejects(service()('ChangePolicy', { policy: wanted, expectedVersion: 2 }, who.as()), {
      kind: 'forbidden',
    });
  }
});

test('two administrators who change the policy at once: one of them', async () => {
  const admins = await Promise.all([anAdmin(), anAdmin(), anAdmin()]);
  const { policy } = await service()('GetPolicy', {}, (await anAdmin()).as());
  const results = await Promise.allSettled(
    admins.map((admin, index) =>
      service()(
        'ChangePolicy',
        { policy: { ...policy, movesPerDay: 20 + index }, expectedVersion: 1 },
        admin.as(),
      ),
    ),
  );
  assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
  const { changes, version } = await service()('GetPolicy', {}, (await anAdmin()).as());
  assert.deepEqual([changes.length, version], [1, 2]);
});
