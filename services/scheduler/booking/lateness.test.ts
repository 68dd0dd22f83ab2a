import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, afterEach, before, test } from 'node:test';
import type { LatenessServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/LatenessService';
import type { ProxyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyService';
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
} from '../test/service.ts';

let scheduler: TestScheduler;
let lateness: GrpcClient<LatenessServiceDefinition>['call'];
before(async () => {
  scheduler = await startScheduler();
  lateness = scheduler.service<LatenessServiceDefinition>('healthbooker.scheduler.v1.LatenessService');
});
afterEach(() => {
  scheduler.clock.now = START;
});
after(() => scheduler.close());

let day = 2;
/** A visit at 09:00 in London of a day of its own, with Dr Heart. */
async function visit(patient: Person): Promise<{ id: string; date: string }> {
  day += 1;
  const date = `2026-12-${String(day).padStart(2, '0')}`;
  const { rows } = await scheduler.pool.query(
    "select id from slot where state = 'free' and start_at = $1 and provider_id = $2",
    [`${date}T09:00:00Z`, scheduler.hospital.heart.provider],
  );
  const request = wanting(patient, rows[0].id);
  await scheduler.call('Reserve', request, patient.as());
  return { id: request.appointmentId, date };
}

function report(person: Person, id: string, expectedVersion: number, lateMinutes: number) {
  const request = { appointmentId: id, expectedVersion, lateMinutes, operationKey: randomUUID() };
  return lateness('ReportLateness', request, person.as());
}

function change(person: Person, id: string, expectedVersion: number, status: 'ARRIVED' | 'CHECKED_IN') {
  const request = { appointmentId: id, expectedVersion, operationKey: randomUUID() };
  return scheduler.call('ChangeVisitStatus', { ...request, status: `VISIT_STATUS_${status}` }, person.as());
}

test('a patient, or who acts for them, says how late they are; the clinician sees it', async () => {
  const [patient, proxy, other, receptionist] = await Promise.all([
    aPatient(),
    aPatient(),
    aPatient(),
    aReceptionist(),
  ]);
  const doctor = await theProvider(scheduler.hospital.heart.provider);
  const { id, date } = await visit(patient);
  await assert.rejects(report(patient, id, 1, 20), { kind: 'too-soon' });
  scheduler.clock.now = new Date(`${date}T08:30:00Z`);
  for (const wrong of [1, 4, 61, -5, 300]) {
    await assert.rejects(report(patient, id, 1, wrong), { kind: 'invalid' });
  }
  await assert.rejects(report(other, id, 1, 20), { kind: 'not-found' });
  await assert.rejects(report(doctor, id, 1, 20), { kind: 'forbidden' });
  await assert.rejects(report(patient, id, 7, 20), { kind: 'conflict' });
  const proxies = scheduler.service<ProxyServiceDefinition>('healthbooker.scheduler.v1.ProxyService');
  const link = { patientId: patient.id, proxyId: proxy.id, ...forChild };
  await proxies('GrantProxy', link, receptionist.atClinic());
  const { reservation } = await report(proxy, id, 1, 20);
  assert.deepEqual([reservation?.version, reservation?.lateMinutes, reservation?.sequence], [2, 20, 0]);
  const range = { fromAt: `${date}T00:00:00Z`, toAt: `${date}T23:00:00Z` };
  const { reservations } = await scheduler.call(
    'ListProviderDay',
    { providerId: doctor.id, ...range },
    doctor.as(),
  );
  assert.equal(reservations.find((one) => one.appointmentId === id)?.lateMinutes, 20);
  await report(patient, id, 2, 0);
  const found = await scheduler.call('GetReservation', { appointmentId: id }, patient.as());
  assert.deepEqual(
    found.reservation?.history.map((version) => version.change),
    ['booked', 'late', 'late'],
  );
  assert.equal(found.reservation?.lateMinutes, 0);

  await change(receptionist, id, 3, 'CHECKED_IN');
  await assert.rejects(report(patient, id, 4, 20), { kind: 'conflict' });
  assert.deepEqual(await scheduler.broken(), []);
});

test('after the day nobody is late any more, and another time is another day', async () => {
  const patient = await aPatient();
  const { id, date } = await visit(patient);
  scheduler.clock.now = new Date(`${date}T08:30:00Z`);
  await report(patient, id, 1, 30);
  const [slotId = ''] = await scheduler.freeSlots('cardiology', '2026-12-28');
  const move = { appointmentId: id, expectedVersion: 2, slotId, operationKey: randomUUID() };
  const { reservation } = await scheduler.call('MoveReservation', move, patient.as());
  assert.equal(reservation?.lateMinutes, 0);
  scheduler.clock.now = new Date('2026-12-30T08:30:00Z');
  await assert.rejects(report(patient, id, 3, 20), { kind: 'conflict' });
  assert.deepEqual(await scheduler.broken(), []);
});

test('a provider who is behind: today’s patients see it, and hear of it', async () => {
  const [patient, receptionist] = await Promise.all([aPatient(), aReceptionist()]);
  const doctor = await theProvider(scheduler.hospital.heart.provider);
  const colleague = await theProvider(scheduler.hospital.heart.colleague);
  const { id, date } = await visit(patient);
  scheduler.clock.now = new Date(`${date}T08:30:00Z`);
  const set = (person: Person, delayMinutes: number, providerId = doctor.id) =>
    lateness('SetProviderDelay', { providerId, delayMinutes }, person.as());
  await assert.rejects(set(colleague, 20), { kind: 'not-found' });
  await assert.rejects(set(patient, 20), { kind: 'forbidden' });
  await assert.rejects(set(receptionist, 20, randomUUID()), { kind: 'not-found' });
  for (const wrong of [-1, 241]) await assert.rejects(set(doctor, wrong), { kind: 'invalid' });

  const delayOf = async () => {
    const { reservation } = await scheduler.call('GetReservation', { appointmentId: id }, patient.as());
    return reservation?.providerDelayMinutes;
  };
  assert.equal(await delayOf(), 0);
  await set(doctor, 20);
  assert.equal(await delayOf(), 20);
  await set(receptionist, 35);
  assert.equal(await delayOf(), 35);
  const other = await visit(await aPatient());
  const later = await scheduler.pool.query(
    'select provider_delay_min from reservation_view where appointment_id = $1',
    [other.id],
  );
  assert.deepEqual(later.rows, [{ provider_delay_min: 0 }]);
  await set(doctor, 0);
  assert.equal(await delayOf(), 0);
  const { rows } = await scheduler.pool.query(
    `select version, payload from event_view where type = 'provider.delayed' and key = $1 order by version`,
    [`${doctor.id}/${date}`],
  );
  assert.deepEqual(
    rows.map(({ version, payload }) => [version, payload.delayMinutes, payload.patientIds]),
    [
      [1, 20, [patient.id]],
      [2, 35, [patient.id]],
      [3, 0, [patient.id]],
    ],
  );
  assert.deepEqual(await scheduler.broken(), []);
});
