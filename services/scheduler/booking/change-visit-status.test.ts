import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, afterEach, before, test } from 'node:test';
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
before(async () => {
  scheduler = await startScheduler();
});
afterEach(() => {
  scheduler.clock.now = START;
});
after(() => scheduler.close());

let day = 2;

/** A visit at 09:00 in London of a day of its own; the clock is then set to that day. */
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

function change(person: Person, id: string, expectedVersion: number, status: string) {
  return scheduler.call(
    'ChangeVisitStatus',
    {
      appointmentId: id,
      expectedVersion,
      status: `VISIT_STATUS_${status}` as 'VISIT_STATUS_BOOKED',
      operationKey: randomUUID(),
    },
    person.as(),
  );
}

test('a visit goes its way, and back', async () => {
  const [patient, receptionist] = await Promise.all([aPatient(), aReceptionist()]);
  const provider = await theProvider(scheduler.hospital.heart.provider);
  const { id, date } = await visit(patient);
  scheduler.clock.now = new Date(`${date}T08:50:00Z`);
  await change(patient, id, 1, 'ARRIVED');
  await change(receptionist, id, 2, 'CHECKED_IN');
  await change(provider, id, 3, 'FULFILLED');
  await change(provider, id, 4, 'CHECKED_IN');
  const { reservation } = await change(provider, id, 5, 'FULFILLED');
  assert.equal(reservation?.version, 6);
  const found = await scheduler.call('GetReservation', { appointmentId: id }, patient.as());
  assert.deepEqual(
    found.reservation?.history.map((version) => version.change),
    ['booked', 'arrived', 'checked-in', 'fulfilled', 'undone', 'fulfilled'],
  );
  assert.equal(found.reservation?.sequence, 0);
  assert.deepEqual(await scheduler.broken(), []);
});

test('who may do what, and when', async () => {
  const [patient, other, admin, receptionist] = await Promise.all([
    aPatient(),
    aPatient(),
    anAdmin(),
    aReceptionist(),
  ]);
  const colleague = await theProvider(scheduler.hospital.heart.colleague);
  const { id, date } = await visit(patient);
  await assert.rejects(change(patient, id, 1, 'ARRIVED'), { kind: 'too-soon' });
  scheduler.clock.now = new Date(`${date}T08:50:00Z`);
  await assert.rejects(change(other, id, 1, 'ARRIVED'), { kind: 'not-found' });
  await assert.rejects(change(colleague, id, 1, 'ARRIVED'), { kind: 'not-found' });
  await assert.rejects(change(admin, id, 1, 'ARRIVED'), { kind: 'forbidden' });
  await assert.rejects(change(patient, id, 1, 'CHECKED_IN'), { kind: 'forbidden' });
  await assert.rejects(change(patient, id, 1, 'CANCELLED'), { kind: 'invalid' });
  await assert.rejects(change(receptionist, id, 1, 'NOSHOW'), { kind: 'too-soon' });
  await assert.rejects(change(receptionist, id, 1, 'FULFILLED'), { kind: 'conflict' });
  await assert.rejects(change(receptionist, id, 7, 'ARRIVED'), { kind: 'conflict' });
  await change(patient, id, 1, 'ARRIVED');
  await assert.rejects(change(patient, id, 2, 'BOOKED'), { kind: 'forbidden' });
  await change(receptionist, id, 2, 'BOOKED');
  scheduler.clock.now = new Date(`${date}T09:20:00Z`);
  await change(receptionist, id, 3, 'NOSHOW');
  await assert.rejects(
    change(receptionist, id, 4, 'ARRIVED').then(() => change(patient, id, 5, 'FULFILLED')),
    {
      kind: 'forbidden',
    },
  );
});

test('the day is that of the location, not of UTC', async () => {
  const patient = await aPatient();
  const { rows } = await scheduler.pool.query(
    "select id, start_at from slot where state = 'free' and specialty_id = 'dermatology' and release_at is null order by start_at desc limit 1",
  );
  const request = wanting(patient, rows[0].id);
  await scheduler.call('Reserve', request, patient.as());
  const start = rows[0].start_at as Date;
  // The last open start is at 11:00 in Karachi, 06:00 UTC; its day began at 19:00 UTC of the day before.
  scheduler.clock.now = new Date(start.getTime() - 11.1 * 3_600_000);
  await assert.rejects(change(patient, request.appointmentId, 1, 'ARRIVED'), { kind: 'too-soon' });
  scheduler.clock.now = new Date(start.getTime() - 10.9 * 3_600_000);
  await change(patient, request.appointmentId, 1, 'ARRIVED');
});

test('whoever changes a visit reads the patient’s words only where they may', async () => {
  const [patient, receptionist] = await Promise.all([aPatient(), aReceptionist()]);
  const provider = await theProvider(scheduler.hospital.heart.provider);
  const { id, date } = await visit(patient);
  scheduler.clock.now = new Date(`${date}T08:50:00Z`);
  assert.equal((await change(patient, id, 1, 'ARRIVED')).reservation?.reason, 'My heart beats');
  assert.equal((await change(provider, id, 2, 'CHECKED_IN')).reservation?.reason, 'My heart beats');
  assert.equal((await change(receptionist, id, 3, 'BOOKED')).reservation?.reason, '');
  const cancel = { appointmentId: id, expectedVersion: 4, operationKey: randomUUID() };
  for (const _ of ['first', 'again']) {
    const { reservation } = await scheduler.call('CancelReservation', cancel, receptionist.as());
    assert.equal(reservation?.status, 'VISIT_STATUS_CANCELLED');
    assert.equal(reservation?.reason, '');
  }
});
