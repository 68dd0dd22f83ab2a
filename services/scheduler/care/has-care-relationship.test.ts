import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { accessToken } from '@healthbooker/local/test/tokens';
import type { ProxyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyService';
import type { OutgoingContext } from '@healthbooker/runtime/context';
import { newTrace } from '@healthbooker/runtime/trace';
import {
  aPatient,
  aReceptionist,
  type Person,
  startScheduler,
  type TestScheduler,
  theProvider,
  wanting,
} from '../test/service.ts';
import { join, joining, until, waitlistOf } from '../test/waiting.ts';

let scheduler: TestScheduler;
/** A clinician at work, their colleague, and the same clinician at home and with the desk's rights. */
let doctor: Person;
let colleague: Person;
let atHome: Person;
let atDesk: Person;
before(async () => {
  scheduler = await startScheduler();
  const { provider, colleague: other } = scheduler.hospital.heart;
  [doctor, colleague] = [await theProvider(provider), await theProvider(other)];
  atHome = await inGroups(provider, ['Patients']);
  atDesk = await inGroups(provider, ['Receptionists', 'Providers']);
});
after(() => scheduler.close());

async function inGroups(id: string, groups: string[]): Promise<Person> {
  const token = await accessToken({ sub: id, groups });
  const as = (ms = 10_000): OutgoingContext => ({ token, deadline: Date.now() + ms, trace: newTrace() });
  return { id, as, atClinic: as };
}

const related = async (by: Person, patient: Person) =>
  (await scheduler.call('HasCareRelationship', { patientId: patient.id }, by.as())).related;

/** Lets the clinician at home book for a patient, as the patient's own code does. */
async function linkBookings(patient: Person) {
  const proxies = scheduler.service<ProxyServiceDefinition>('healthbooker.scheduler.v1.ProxyService');
  const { code } = await proxies('InviteProxy', { scope: 'PROXY_SCOPE_BOOKINGS' }, patient.as());
  await proxies('AcceptInvitation', { code }, atHome.as());
}

/** Free slots that nobody else here takes: of one provider, from a day on. */
async function slotsOf(providerId: string, from: string): Promise<string[]> {
  const found = await scheduler.pool.query<{ id: string }>(
    `select id from slot where state = 'free' and provider_id = $1 and start_at >= $2 and release_at is null
     order by start_at limit 20`,
    [providerId, from],
  );
  return found.rows.map(({ id }) => id);
}

test('a visit that a clinician books as who acts for the patient opens the chart for colleagues, not for them', async () => {
  const patient = await aPatient();
  await linkBookings(patient);
  const [slotId] = await slotsOf(doctor.id, '2026-12-14');
  await scheduler.call('Reserve', wanting(patient, slotId), atHome.as());
  assert.deepEqual([await related(doctor, patient), await related(colleague, patient)], [false, true]);
});

test('neither does one that they move, or wait for', async () => {
  const [moved, waiting] = await Promise.all([aPatient(), aPatient()]);
  await Promise.all([linkBookings(moved), linkBookings(waiting)]);
  const [skinSlot] = await scheduler.freeSlots('dermatology', '2026-12-15');
  const heart = await slotsOf(doctor.id, '2026-12-15');
  const visit = wanting(moved, heart[0]);
  await scheduler.call('Reserve', visit, moved.as());
  assert.equal(await related(doctor, moved), true);
  const change = { appointmentId: visit.appointmentId, expectedVersion: 1, slotId: heart[1] ?? '' };
  await scheduler.call('MoveReservation', { ...change, operationKey: randomUUID() }, atHome.as());
  assert.equal(await related(doctor, moved), false);
  assert.ok(skinSlot);

  const waitlist = waitlistOf(scheduler);
  const need = { providerId: doctor.id, earliestDate: '2026-12-16' };
  const { entry } = await waitlist('JoinWaitlist', joining(waiting, need, true), atHome.as());
  const id = entry?.appointmentId ?? '';
  await until(waitlist, waiting, id, ({ state }) => state === 'WAITLIST_STATE_BOOKED');
  assert.deepEqual([await related(doctor, waiting), await related(colleague, waiting)], [false, true]);
});

test('nor one that they book or move to their team at the desk', async () => {
  const [booked, moved, own] = await Promise.all([aPatient(), aPatient(), aPatient()]);
  const heart = await slotsOf(doctor.id, '2026-12-17');
  await scheduler.call('Reserve', wanting(booked, heart[0]), atDesk.as());
  assert.deepEqual([await related(atDesk, booked), await related(colleague, booked)], [false, true]);
  await scheduler.call('Reserve', wanting(own, heart[1]), (await aReceptionist()).as());
  assert.equal(await related(atDesk, own), true, 'a colleague at the desk booked this one');

  // What they move within their own team stays theirs.
  const theirs = wanting(moved, heart[2]);
  await scheduler.call('Reserve', theirs, moved.as());
  const change = { appointmentId: theirs.appointmentId, expectedVersion: 1, slotId: heart[3] ?? '' };
  await scheduler.call('MoveReservation', { ...change, operationKey: randomUUID() }, doctor.as());
  assert.equal(await related(doctor, moved), true);
});

test('an entry of the waiting list that the patient makes is no doing of the clinician', async () => {
  const patient = await aPatient();
  const waitlist = waitlistOf(scheduler);
  const need = { providerId: doctor.id, earliestDate: '2026-12-21' };
  const entry = await join(waitlist, patient, need, true);
  await until(waitlist, patient, entry.appointmentId, ({ state }) => state === 'WAITLIST_STATE_BOOKED');
  assert.equal(await related(doctor, patient), true);
});
