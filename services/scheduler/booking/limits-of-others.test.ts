/** What others do for a patient: a list on which they accept beforehand, and staff. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, test } from 'node:test';
import { aPatient, aReceptionist, startScheduler, type TestScheduler, wanting } from '../test/service.ts';
import { isOffered, join, until, type Waitlist, waitlistOf } from '../test/waiting.ts';

let scheduler: TestScheduler;
let waitlist: Waitlist;
beforeEach(async () => {
  scheduler = await startScheduler();
  waitlist = waitlistOf(scheduler);
  await scheduler.pool.query('update policy set open_visits_per_specialty = 1');
});
afterEach(() => scheduler.close());

const wish = { earliestDate: '2026-12-07', latestDate: '2026-12-07', regionIds: ['london'] };

/** A slot of Dr Heart at nine on a day. */
async function slotOn(date: string): Promise<string> {
  const { rows } = await scheduler.pool.query(
    'select id from slot where provider_id = $1 and local_start = $2',
    [scheduler.hospital.heart.provider, `${date} 09:00`],
  );
  return rows[0].id;
}

const takeAll = (date: string, state: string) =>
  scheduler.pool.query(
    "update slot set state = $2 where specialty_id = 'cardiology' and local_start::date = $1 and state in ('free', 'closed')",
    [date, state],
  );

test('whoever accepts beforehand and has as much as they may is offered it, and decides', async () => {
  const patient = await aPatient();
  await takeAll('2026-12-07', 'closed');
  const entry = await join(waitlist, patient, wish, true);
  assert.equal(entry.state, 'WAITLIST_STATE_WAITING');
  const own = wanting(patient, await slotOn('2026-12-10'));
  await scheduler.call('Reserve', own, patient.as());
  await takeAll('2026-12-07', 'settling');
  const offered = await until(waitlist, patient, entry.appointmentId, isOffered);
  const { rows } = await scheduler.pool.query(
    'select count(*)::int as open from reservation where patient_id = $1',
    [patient.id],
  );
  assert.equal(rows[0].open, 1);
  const accept = {
    appointmentId: entry.appointmentId,
    expectedVersion: offered.version,
    holdId: offered.offer?.holdId ?? '',
    operationKey: randomUUID(),
  };
  await assert.rejects(waitlist('AcceptOffer', accept, patient.as()), { kind: 'conflict' });
  const cancel = { appointmentId: own.appointmentId, expectedVersion: 1, operationKey: randomUUID() };
  await scheduler.call('CancelReservation', cancel, patient.as());
  await waitlist('AcceptOffer', accept, patient.as());
  assert.deepEqual(await scheduler.broken(), []);
});

test('whoever accepts beforehand, and of whom no region is known, is offered it', async () => {
  const patient = await aPatient();
  await takeAll('2026-12-07', 'closed');
  const entry = await join(waitlist, patient, wish, true);
  await scheduler.pool.query("update waitlist_entry set region_ids = '{}' where appointment_id = $1", [
    entry.appointmentId,
  ]);
  await takeAll('2026-12-07', 'settling');
  await until(waitlist, patient, entry.appointmentId, isOffered);
});

test('an offer that reception accepts for a patient is booked by staff', async () => {
  const [patient, reception] = await Promise.all([aPatient(), aReceptionist()]);
  const entry = await join(waitlist, patient, wish);
  const accept = {
    appointmentId: entry.appointmentId,
    expectedVersion: entry.version,
    holdId: entry.offer?.holdId ?? '',
    operationKey: randomUUID(),
  };
  await waitlist('AcceptOffer', accept, reception.as());
  await scheduler.call('Reserve', wanting(patient, await slotOn('2026-12-10')), patient.as());
});

test('what staff booked before it was marked does not count, nor what nobody knows to be the patient’s own', async () => {
  const migration = readFileSync(new URL('../migrations/0029-staff-booked.sql', import.meta.url), 'utf8');
  const [patient, unknown, own, reception] = await Promise.all([
    aPatient(),
    aPatient(),
    aPatient(),
    aReceptionist(),
  ]);
  await scheduler.pool.query('update policy set open_visits_per_specialty = 5, new_visits_per_day = 10');
  const booked = async (date: string, who: typeof patient, by: typeof patient) => {
    const request = wanting(who, await slotOn(date));
    await scheduler.call('Reserve', request, by.as());
    return request.appointmentId;
  };
  await booked('2026-12-07', patient, reception);
  const silent = await booked('2026-12-08', unknown, reception);
  await booked('2026-12-09', own, own);
  await scheduler.pool.query("update reservation set details = details - 'by_staff'");
  // Decisions are kept as they were made, so the owner of the table writes what an old one says.
  await scheduler.pool.query('alter table decision disable trigger user');
  await scheduler.pool.query("update decision set inputs = inputs - 'askedBy' where appointment_id = $1", [
    silent,
  ]);
  await scheduler.pool.query('update policy set open_visits_per_specialty = 1');
  const another = async (who: typeof patient, date: string) =>
    scheduler.call('Reserve', wanting(who, await slotOn(date)), who.as());
  await assert.rejects(another(patient, '2026-12-14'), { kind: 'conflict' });
  for (let time = 0; time < 2; time += 1) await scheduler.pool.query(migration);
  await another(patient, '2026-12-14');
  await another(unknown, '2026-12-15');
  await assert.rejects(another(own, '2026-12-16'), { kind: 'conflict' });
});
