import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { ProxyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyService';
import type { ServiceError } from '@healthbooker/runtime/errors';
import { makeReferral } from '../test/referrals.ts';
import { aPatient, type Person, startScheduler, type TestScheduler, wanting } from '../test/service.ts';
import { join, joining, waitlistOf } from '../test/waiting.ts';

let scheduler: TestScheduler;
before(async () => {
  scheduler = await startScheduler();
});
after(() => scheduler.close());

const referralOf = (patient: Person, other: Parameters<typeof makeReferral>[2] = {}) =>
  makeReferral(scheduler, patient, other);

async function urgentSlots(): Promise<string[]> {
  const { rows } = await scheduler.pool.query(
    "select id from slot where state = 'free' and reserved_for = 'urgent' and start_at > '2026-12-20' order by start_at",
  );
  return rows.map(({ id }) => id);
}

const reason = (expected: string) => (error: ServiceError) => {
  assert.equal(error.kind, 'conflict');
  assert.equal(error.details?.['reason'], expected);
  return true;
};

test('a referral gives the urgency, opens its carve-out and is used once', async () => {
  const patient = await aPatient();
  const referralId = await referralOf(patient);
  const [slotId, other] = await urgentSlots();
  const request = wanting(patient, slotId, { referralId });
  const { reservation } = await scheduler.call('Reserve', request, patient.as());
  assert.equal(reservation?.referralId, referralId);
  const { rows } = await scheduler.pool.query('select details from reservation where appointment_id = $1', [
    request.appointmentId,
  ]);
  assert.equal(rows[0].details.urgency, 'urgent');
  const again = wanting(patient, other, { referralId });
  await assert.rejects(scheduler.call('Reserve', again, patient.as()), reason('referral-used'));
  assert.deepEqual(await scheduler.call('Reserve', request, patient.as()), { reservation });
  const cancel = { appointmentId: request.appointmentId, expectedVersion: 1, operationKey: randomUUID() };
  await scheduler.call('CancelReservation', cancel, patient.as());
  assert.equal((await scheduler.call('Reserve', again, patient.as())).reservation?.version, 1);
  assert.deepEqual(await scheduler.broken(), []);
});

test('what is no referral of the patient for this', async () => {
  const [patient, other] = await Promise.all([aPatient(), aPatient()]);
  const [slotId] = await urgentSlots();
  const reserve = (referralId: string) =>
    scheduler.call('Reserve', wanting(patient, slotId, { referralId }), patient.as());
  await assert.rejects(reserve(await referralOf(other)), { kind: 'not-found' });
  await assert.rejects(reserve(randomUUID()), { kind: 'not-found' });
  await assert.rejects(reserve(await referralOf(patient, { withdrawn: true })), reason('referral-withdrawn'));
  await assert.rejects(
    reserve(await referralOf(patient, { specialty: 'cardiology' })),
    (error: ServiceError) => {
      assert.equal(error.kind, 'invalid');
      assert.deepEqual(
        error.fields?.map(({ field }) => field),
        ['referralId'],
      );
      return true;
    },
  );
  const { rows } = await scheduler.pool.query('select 1 from reservation where patient_id = $1', [
    patient.id,
  ]);
  assert.equal(rows.length, 0);
});

test('a referral goes from the proposal through the hold into the booking', async () => {
  const patient = await aPatient();
  const referralId = await referralOf(patient);
  const need = { specialtyId: 'dermatology', visitTypeId: 'skin-visit', regionIds: ['karachi'], referralId };
  const proposed = await scheduler.call('Propose', { patientId: patient.id, need }, patient.as());
  assert.equal(proposed.urgency, 'URGENCY_URGENT');
  assert.equal(proposed.targetDate, '2026-12-11');
  assert.match(proposed.why, /referral/);
  const [slotId] = await urgentSlots();
  const { hold } = await scheduler.call(
    'HoldSlot',
    { patientId: patient.id, slotId: slotId ?? '' },
    patient.as(),
  );
  const { reservation } = await scheduler.call(
    'Reserve',
    wanting(patient, slotId, { holdId: hold?.id ?? '' }),
    patient.as(),
  );
  assert.equal(reservation?.referralId, referralId);
  assert.deepEqual(await scheduler.broken(), []);
});

test('the keyed hash of a slot is the same for whoever proposes or books at once', async () => {
  const patient = await aPatient();
  const symptoms = { emergencySigns: false, gettingWorse: false, limitsDailyLife: false, longStanding: true };
  const need = { specialtyId: 'cardiology', visitTypeId: 'heart-visit', regionIds: ['london'], symptoms };
  await scheduler.call('Propose', { patientId: patient.id, need }, patient.as());
  const request = { ...wanting(patient, undefined), need };
  await scheduler.call('Reserve', request, patient.as());
  const { rows } = await scheduler.pool.query(
    `select row ->> 'slotId' as slot, count(distinct row ->> 'tieBreak')::int as hashes, count(*)::int as times
     from (
       select jsonb_array_elements(proposal -> 'rows') from hold where patient_id = $1
       union all
       select jsonb_array_elements(inputs #> '{seen,proposal,rows}') from decision where appointment_id = $2) as seen(row)
     group by 1 having count(*) > 1`,
    [patient.id, request.appointmentId],
  );
  assert.ok(rows.length > 1);
  assert.ok(rows.every(({ hashes }) => hashes === 1));
});

test('one referral, two bookings at once: one of them', async () => {
  const patient = await aPatient();
  const referralId = await referralOf(patient);
  const slots = await urgentSlots();
  const results = await Promise.allSettled(
    slots
      .slice(0, 6)
      .map((slotId) => scheduler.call('Reserve', wanting(patient, slotId, { referralId }), patient.as())),
  );
  assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
  for (const result of results) {
    if (result.status === 'rejected') reason('referral-used')(result.reason);
  }
  assert.deepEqual(await scheduler.broken(), []);
});

test('what a visit or a place on a list was ordered with is hidden from who acts for bookings only, and kept', async () => {
  const [patient, helper] = await Promise.all([aPatient(), aPatient()]);
  const proxies = scheduler.service<ProxyServiceDefinition>('healthbooker.scheduler.v1.ProxyService');
  const { code } = await proxies('InviteProxy', { scope: 'PROXY_SCOPE_BOOKINGS' }, patient.as());
  await proxies('AcceptInvitation', { code }, helper.as());
  const [slotId, later] = await urgentSlots();
  const orderedWith = await referralOf(patient);
  const request = wanting(patient, slotId, { referralId: orderedWith });
  await scheduler.call('Reserve', request, patient.as());
  const which = { appointmentId: request.appointmentId };
  const seen = await scheduler.call('GetReservation', which, helper.as());
  const change = { ...which, expectedVersion: 1, slotId: later ?? '', operationKey: randomUUID() };
  const moved = await scheduler.call('MoveReservation', change, helper.as());
  const again = await scheduler.call('MoveReservation', change, helper.as());
  for (const { reservation } of [seen, moved, again]) assert.equal(reservation?.referralId, '');
  const own = await scheduler.call('GetReservation', which, patient.as());
  assert.equal(own.reservation?.referralId, orderedWith);

  const waitlist = waitlistOf(scheduler);
  const referralId = await referralOf(patient, { specialty: 'cardiology' });
  const need = { referralId, latestDate: '2027-01-20', earliestDate: '2027-01-19' };
  const entry = await join(waitlist, patient, need);
  const { symptoms: _, ...wishes } = joining(patient, { ...need, referralId: '' }).need;
  const changed = await waitlist(
    'ChangeWaitlistEntry',
    {
      appointmentId: entry.appointmentId,
      expectedVersion: entry.version,
      need: { ...wishes, latestDate: '2027-01-21' },
      reason: '',
      autoAccept: false,
      operationKey: randomUUID(),
    },
    helper.as(),
  );
  assert.deepEqual([changed.entry?.need?.referralId, changed.entry?.need?.latestDate], ['', '2027-01-21']);
  const kept = await waitlist('GetWaitlistEntry', { appointmentId: entry.appointmentId }, patient.as());
  assert.equal(kept.entry?.need?.referralId, referralId);
});
