import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, afterEach, before, test } from 'node:test';
import type { Need } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Need';
import type { PlaceReferralRequest } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/PlaceReferralRequest';
import type { ProxyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyService';
import type { ReferralServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ReferralService';
import type { ServiceError } from '@healthbooker/runtime/errors';
import type { GrpcClient } from '@healthbooker/runtime/grpc-client';
import {
  aPatient,
  aReceptionist,
  forChild,
  type Person,
  START,
  startScheduler,
  type TestScheduler,
  theProvider,
  wanting,
} from '../../test/service.ts';

let scheduler: TestScheduler;
let referrals: GrpcClient<ReferralServiceDefinition>['call'];
let doctor: Person;
before(async () => {
  scheduler = await startScheduler();
  referrals = scheduler.service<ReferralServiceDefinition>('healthbooker.scheduler.v1.ReferralService');
  doctor = await theProvider(scheduler.hospital.heart.provider);
});
afterEach(() => {
  scheduler.clock.now = START;
});
after(() => scheduler.close());

let day = 1;
/** A patient with a visit at the heart clinic on a day of its own. */
async function patientInCare(): Promise<Person> {
  const patient = await aPatient();
  day += 1;
  const [slotId] = await scheduler.freeSlots('cardiology', `2026-12-${String(day).padStart(2, '0')}`);
  await scheduler.call('Reserve', wanting(patient, slotId), patient.as());
  return patient;
}

function order(patient: Person, other: PlaceReferralRequest = {}): PlaceReferralRequest {
  return {
    patientId: patient.id,
    kind: 'REFERRAL_KIND_FOLLOW_UP',
    specialtyId: 'cardiology',
    urgency: 'URGENCY_SOON',
    dueDate: '2026-12-20',
    operationKey: randomUUID(),
    ...other,
  };
}

async function place(patient: Person, other: PlaceReferralRequest = {}) {
  const { referral } = await referrals('PlaceReferral', order(patient, other), doctor.as());
  assert.ok(referral);
  return referral;
}

async function stateOf(patient: Person): Promise<string[]> {
  const reply = await referrals('ListReferrals', { patientId: patient.id }, patient.as());
  return reply.referrals.map(({ state }) => state);
}

const refusedAs = (kind: string, reason: string) => (error: ServiceError) => {
  assert.deepEqual([error.kind, error.details?.['reason']], [kind, reason]);
  return true;
};

test('an order is open until a visit is booked with it, and open again when that is cancelled', async () => {
  const patient = await patientInCare();
  const referral = await place(patient, { earliestDate: '2026-12-10', providerId: doctor.id });
  assert.deepEqual(
    [referral.state, referral.orderedByName, referral.specialtyName, referral.urgency],
    ['REFERRAL_STATE_OPEN', 'Dr Heart', 'Cardiology', 'URGENCY_SOON'],
  );
  const need: Need = {
    specialtyId: 'cardiology',
    visitTypeId: 'heart-visit',
    regionIds: ['london'],
    referralId: referral.id,
  };
  const proposal = await scheduler.call('Propose', { patientId: patient.id, need }, patient.as());
  assert.equal(proposal.urgency, 'URGENCY_SOON');
  assert.equal(proposal.targetDate, '2026-12-20');
  assert.match(proposal.why, /Your follow-up is due by 20 December/);
  assert.ok((proposal.offer?.slot?.startAt ?? '') >= '2026-12-10');

  const request = { ...wanting(patient, proposal.offer?.slot?.id), holdId: proposal.offer?.id ?? '' };
  const { reservation } = await scheduler.call('Reserve', request, patient.as());
  assert.equal(reservation?.referralId, referral.id);
  assert.deepEqual(await stateOf(patient), ['REFERRAL_STATE_BOOKED']);
  const [another] = await scheduler.freeSlots('cardiology', '2026-12-18');
  await assert.rejects(
    scheduler.call('Reserve', wanting(patient, another, { referralId: referral.id }), patient.as()),
    refusedAs('conflict', 'referral-used'),
  );
  await assert.rejects(referrals('WithdrawReferral', { referralId: referral.id }, doctor.as()), {
    kind: 'conflict',
  });
  const { appointmentId } = request;
  const cancel = { appointmentId, expectedVersion: 1, operationKey: randomUUID() };
  await scheduler.call('CancelReservation', cancel, patient.as());
  assert.deepEqual(await stateOf(patient), ['REFERRAL_STATE_OPEN']);
  await scheduler.call('Reserve', wanting(patient, another, { referralId: referral.id }), patient.as());
  assert.deepEqual(await scheduler.broken(), []);
});

test('two bookings with one order at once: one has it', async () => {
  const patient = await patientInCare();
  const { id: referralId } = await place(patient);
  const slots = await scheduler.freeSlots('cardiology', '2026-12-22');
  const tried = await Promise.allSettled(
    [slots[0], slots[6], slots[12]].map((slotId) =>
      scheduler.call('Reserve', wanting(patient, slotId, { referralId }), patient.as()),
    ),
  );
  assert.equal(tried.filter(({ status }) => status === 'fulfilled').length, 1);
  assert.deepEqual(await scheduler.broken(), []);
});

test('nobody books with an order that is another patient’s, another clinic’s or withdrawn', async () => {
  const [patient, other] = await Promise.all([patientInCare(), aPatient()]);
  const referral = await place(patient, { kind: 'REFERRAL_KIND_REFERRAL', specialtyId: 'dermatology' });
  const [heartSlot] = await scheduler.freeSlots('cardiology', '2026-12-24');
  const [skinSlot] = await scheduler.freeSlots('dermatology', '2026-12-24');
  const book = (who: Person, slotId: string | undefined) =>
    scheduler.call('Reserve', wanting(who, slotId, { referralId: referral.id }), who.as());
  const ask = (who: Person, need: Need) =>
    scheduler.call('Propose', { patientId: who.id, need: { ...need, referralId: referral.id } }, who.as());
  const skin: Need = { specialtyId: 'dermatology', visitTypeId: 'skin-visit', regionIds: ['karachi'] };
  for (const attempt of [() => book(other, skinSlot), () => ask(other, skin)]) {
    await assert.rejects(attempt, { kind: 'not-found' });
  }
  for (const attempt of [
    () => book(patient, heartSlot),
    () => ask(patient, { specialtyId: 'cardiology', visitTypeId: 'heart-visit', regionIds: ['london'] }),
  ]) {
    await assert.rejects(attempt, { kind: 'invalid' });
  }
  await referrals('WithdrawReferral', { referralId: referral.id }, doctor.as());
  await referrals('WithdrawReferral', { referralId: referral.id }, doctor.as());
  assert.deepEqual(await stateOf(patient), ['REFERRAL_STATE_WITHDRAWN']);
  for (const attempt of [() => book(patient, skinSlot), () => ask(patient, skin)]) {
    await assert.rejects(attempt, refusedAs('conflict', 'referral-withdrawn'));
  }
  assert.deepEqual(await scheduler.broken(), []);
});

test('who places, sees and withdraws orders', async () => {
  const [patient, stranger, other, colleague, receptionist] = await Promise.all([
    patientInCare(),
    theProvider(scheduler.hospital.skin.provider),
    aPatient(),
    theProvider(scheduler.hospital.heart.colleague),
    aReceptionist(),
  ]);
  const referral = await place(patient);
  await assert.rejects(referrals('PlaceReferral', order(patient), stranger.as()), { kind: 'not-found' });
  await assert.rejects(referrals('PlaceReferral', order(other), doctor.as()), { kind: 'not-found' });
  await assert.rejects(referrals('PlaceReferral', order(patient), patient.as()), { kind: 'forbidden' });
  const list = (who: Person) => referrals('ListReferrals', { patientId: patient.id }, who.as());
  for (const who of [patient, doctor, colleague]) assert.equal((await list(who)).referrals.length, 1);
  for (const who of [other, stranger]) await assert.rejects(list(who), { kind: 'not-found' });
  const proxies = scheduler.service<ProxyServiceDefinition>('healthbooker.scheduler.v1.ProxyService');
  const link = { patientId: patient.id, proxyId: other.id, ...forChild };
  await proxies('GrantProxy', link, receptionist.atClinic());
  assert.equal((await list(other)).referrals.length, 1);
  await assert.rejects(referrals('WithdrawReferral', { referralId: referral.id }, stranger.as()), {
    kind: 'not-found',
  });
  await referrals('WithdrawReferral', { referralId: referral.id }, colleague.as());
  assert.deepEqual(
    (await referrals('ListReferrals', { patientId: patient.id, openOnly: true }, patient.as())).referrals,
    [],
  );
});

test('the same key orders once; what makes no sense is named', async () => {
  const patient = await patientInCare();
  const wanted = order(patient, { dueDate: '' });
  const first = await referrals('PlaceReferral', wanted, doctor.as());
  // Soon: within 14 days.
  assert.equal(first.referral?.dueDate, '2026-12-15');
  const again = await referrals('PlaceReferral', wanted, doctor.as());
  assert.equal(again.referral?.id, first.referral?.id);
  await assert.rejects(referrals('PlaceReferral', { ...wanted, urgency: 'URGENCY_URGENT' }, doctor.as()), {
    kind: 'idempotency-mismatch',
  });
  const wrong: [PlaceReferralRequest, string][] = [
    [{ kind: 'REFERRAL_KIND_UNSPECIFIED' }, 'kind'],
    [{ specialtyId: 'astrology', kind: 'REFERRAL_KIND_REFERRAL' }, 'specialtyId'],
    [{ specialtyId: 'dermatology' }, 'specialtyId'],
    [{ visitTypeId: 'skin-visit' }, 'visitTypeId'],
    [{ providerId: scheduler.hospital.skin.provider }, 'providerId'],
    [{ urgency: 'URGENCY_EMERGENCY' }, 'urgency'],
    [{ dueDate: '2026-11-20' }, 'dueDate'],
    [{ dueDate: '2029-01-01' }, 'dueDate'],
    [{ dueDate: 'soon' }, 'dueDate'],
    [{ earliestDate: '2026-12-21' }, 'dueDate'],
  ];
  for (const [change, field] of wrong) {
    await assert.rejects(
      referrals('PlaceReferral', order(patient, change), doctor.as()),
      (error: ServiceError) => {
        assert.deepEqual([error.kind, error.fields?.map((each) => each.field)], ['invalid', [field]]);
        return true;
      },
    );
  }
  assert.deepEqual(await stateOf(patient), ['REFERRAL_STATE_OPEN']);
});
