import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { vouched } from '@healthbooker/local/test/tokens';
import type { ProxyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyService';
import { createClient, type GrpcClient } from '@healthbooker/runtime/grpc-client';
import { createMetrics } from '@healthbooker/runtime/metrics';
import { findAppointment } from '../tables/find-appointment.ts';
import { noSymptoms, type RunningAppointment, runningAppointment } from '../test/running-appointment.ts';

let running: RunningAppointment;
let links: GrpcClient<ProxyServiceDefinition>;
before(async () => {
  running = await runningAppointment();
  links = createClient({
    protoService: 'healthbooker.scheduler.v1.ProxyService',
    address: running.schedulerAddress,
    metrics: createMetrics('test'),
  });
});
after(async () => {
  links?.close();
  await running?.close();
});

async function person(name: string) {
  const who = await running.patient();
  const account = { email: `${who.sub}@example.com`, name, birthDate: '1985-12-10', phone: '' };
  await running.service.call('EnsureProfile', account, vouched(who.call()));
  return who;
}

async function slot(): Promise<string> {
  const [id = ''] = await running.slots(1);
  return id;
}

test('a proxy books, sees, moves and cancels for the patient, until the link ends', async () => {
  const [tom, laura, other] = await Promise.all([person('Tom'), person('Laura'), person('Omar')]);
  const { code } = await links.call('InviteProxy', {}, tom.call());
  await links.call('AcceptInvitation', { code }, laura.call());

  const idempotencyKey = randomUUID();
  const wanted = {
    slotId: await slot(),
    reason: 'A cough',
    symptoms: noSymptoms,
    patientId: tom.sub,
    idempotencyKey,
  };
  await assert.rejects(running.service.call('Book', wanted, other.call()), { kind: 'forbidden' });
  const { appointment } = await running.service.call('Book', wanted, laura.call());
  assert.equal(appointment?.patientId, tom.sub);
  const again = await running.service.call('Book', wanted, laura.call());
  assert.equal(again.appointment?.appointmentId, appointment?.appointmentId);
  await assert.rejects(running.service.call('Book', { ...wanted, patientId: laura.sub }, laura.call()), {
    kind: 'idempotency-mismatch',
  });

  const { appointmentId = '' } = appointment ?? {};
  for (const { call } of [tom, laura]) {
    const found = await running.service.call('GetAppointment', { appointmentId }, call());
    assert.equal(found.appointment?.reason, 'A cough');
    const timeline = await running.service.call('ListTimeline', { personId: tom.sub }, call());
    assert.deepEqual(
      timeline.appointments.map((each) => each.appointmentId),
      [appointmentId],
    );
  }
  assert.deepEqual((await running.service.call('ListTimeline', {}, laura.call())).appointments, []);
  for (const personId of [tom.sub, randomUUID()]) {
    await assert.rejects(running.service.call('ListTimeline', { personId }, other.call()), {
      kind: 'not-found',
    });
    await assert.rejects(running.service.call('GetProfile', { personId }, other.call()), {
      kind: 'not-found',
    });
  }
  await assert.rejects(running.service.call('GetAppointment', { appointmentId }, other.call()), {
    kind: 'not-found',
  });
  const { profile } = await running.service.call('GetProfile', { personId: tom.sub }, laura.call());
  assert.equal(profile?.name, 'Tom');
  await assert.rejects(running.service.call('GetProfile', { personId: laura.sub }, tom.call()), {
    kind: 'not-found',
  });

  const move = { appointmentId, expectedVersion: 1, slotId: await slot(), idempotencyKey: randomUUID() };
  const moved = await running.service.call('Move', move, laura.call());
  assert.equal(moved.appointment?.version, 2);
  await links.call('EndProxy', { patientId: tom.sub, proxyId: laura.sub }, tom.call());
  const cancel = { appointmentId, expectedVersion: 2, idempotencyKey: randomUUID() };
  await assert.rejects(running.service.call('Cancel', cancel, laura.call()), { kind: 'not-found' });
  await assert.rejects(running.service.call('GetAppointment', { appointmentId }, laura.call()), {
    kind: 'not-found',
  });
  await running.service.call('Cancel', cancel, tom.call());
});

test('what a visit was ordered with stays in the table whoever changes the visit, and is shown to no proxy for bookings', async () => {
  const [tom, laura] = await Promise.all([person('Tom'), person('Laura')]);
  const { code } = await links.call('InviteProxy', { scope: 'PROXY_SCOPE_BOOKINGS' }, tom.call());
  await links.call('AcceptInvitation', { code }, laura.call());
  const referralId = randomUUID();
  await running.hospital.pool.query(
    `insert into referral(id, patient_id, kind, specialty_id, urgency, due_date, ordered_by, ordered_at, op_key)
     values ($1, $2, 'referral', $3, 'routine', current_date + 90, $4, now(), 'its-order-key')`,
    [referralId, tom.sub, running.hospital.specialtyId, running.hospital.providers[0]],
  );
  const wanted = { slotId: await slot(), referralId, idempotencyKey: randomUUID() };
  const { appointment } = await running.service.call('Book', wanted, tom.call());
  const { appointmentId = '' } = appointment ?? {};
  const stored = () => findAppointment(running.service.store, tom.sub, appointmentId);
  assert.equal((await stored())?.referralId, referralId);

  const move = { appointmentId, expectedVersion: 1, slotId: await slot(), idempotencyKey: randomUUID() };
  const moved = await running.service.call('Move', move, laura.call());
  const cancel = { appointmentId, expectedVersion: 2, idempotencyKey: randomUUID() };
  const cancelled = await running.service.call('Cancel', cancel, laura.call());
  assert.deepEqual([moved.appointment?.referralId, cancelled.appointment?.referralId], ['', '']);
  const found = await stored();
  assert.deepEqual([found?.version, found?.referralId], [3, referralId]);
});

test('patients learn of those they are linked with only, and of a proxy no more than the name', async () => {
  const [tom, laura, omar] = await Promise.all([person('Tom'), person('Laura'), person('Omar')]);
  const { code } = await links.call('InviteProxy', {}, tom.call());
  await links.call('AcceptInvitation', { code }, laura.call());
  const personIds = [tom.sub, laura.sub, omar.sub, randomUUID()];
  const seenBy = async (who: typeof tom) =>
    (await running.service.call('ListProfiles', { personIds }, who.call())).people;
  const [child] = await seenBy(laura);
  assert.deepEqual([child?.name, child?.birthDate], ['Tom', '1985-12-10']);
  assert.equal((await seenBy(laura)).length, 1);
  assert.deepEqual(await seenBy(tom), [
    {
      personId: laura.sub,
      name: 'Laura',
      birthDate: '',
      sex: '',
      medicalRecordNumber: '',
      accessNeeds: [],
      preferredName: '',
      formerly: [],
    },
  ]);
  assert.deepEqual(await seenBy(omar), []);
});

test('a booking without a referral answers the questions', async () => {
  const tom = await person('Tom');
  const wanted = { slotId: await slot(), reason: '', idempotencyKey: randomUUID() };
  await assert.rejects(running.service.call('Book', wanted, tom.call()), { kind: 'invalid' });
});
