import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { AvailabilityServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/AvailabilityService';
import type { ReferralServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ReferralService';
import { anAdmin, aPatient, startScheduler, type TestScheduler, theProvider } from '../test/service.ts';
import { join, waitlistOf } from '../test/waiting.ts';

let scheduler: TestScheduler;
before(async () => {
  scheduler = await startScheduler();
});
after(() => scheduler.close());

const availability = () =>
  scheduler.service<AvailabilityServiceDefinition>('healthbooker.scheduler.v1.AvailabilityService');

test('a day of more than 500 visits says that there are more; one of as many does not', async () => {
  const { provider } = scheduler.hospital.heart;
  const range = { providerId: provider, fromAt: '2026-12-09T00:00:00Z', toAt: '2026-12-10T00:00:00Z' };
  const list = async () => scheduler.call('ListProviderDay', range, (await theProvider(provider)).as(20_000));
  assert.deepEqual(await list(), { reservations: [], isCut: false });
  await takeSeats(500, '2026-12-09');
  const full = await list();
  assert.deepEqual([full.reservations.length, full.isCut], [500, false]);
  await takeSeats(501, '2026-12-09');
  const cut = await list();
  assert.deepEqual([cut.reservations.length, cut.isCut], [500, true]);
});

test('a week of more than 2,000 times says that there are more', async () => {
  const { provider } = scheduler.hospital.heart;
  const week = async () =>
    availability()(
      'ListProviderWeek',
      { providerId: provider, firstDate: '2026-12-14' },
      (await anAdmin()).as(20_000),
    );
  assert.equal((await week()).isCut, false);
  await takeSeats(2001, '2026-12-16');
  const cut = await week();
  assert.deepEqual([cut.slots.length, cut.isCut], [2000, true]);
});

test('more than 100 referrals of a patient say so, and open ones are not cut for withdrawn ones', async () => {
  const patient = await aPatient();
  const referrals = scheduler.service<ReferralServiceDefinition>('healthbooker.scheduler.v1.ReferralService');
  const list = () => referrals('ListReferrals', { patientId: patient.id }, patient.as());
  await refer(patient.id, 100, 'withdrawn');
  assert.deepEqual([(await list()).referrals.length, (await list()).isCut], [100, false]);
  await refer(patient.id, 1, 'open');
  const cut = await list();
  assert.deepEqual([cut.referrals.length, cut.isCut], [100, true]);
  assert.equal(cut.referrals[0]?.state, 'REFERRAL_STATE_OPEN');
});

test('more than 200 closures say so', async () => {
  const list = async () => availability()('ListClosures', {}, (await anAdmin()).as());
  const close = (count: number) =>
    scheduler.pool.query(
      `insert into closure(id, location_id, dates, note)
       select gen_random_uuid(), null, daterange('2027-06-01'::date + n, '2027-06-02'::date + n), ''
       from generate_series(1, $1::int) n`,
      [count],
    );
  await close(200);
  assert.deepEqual([(await list()).closures.length, (await list()).isCut], [200, false]);
  await close(1);
  assert.deepEqual([(await list()).closures.length, (await list()).isCut], [200, true]);
});

test('a patient’s waiting entries that are over cut none that is open, and say that they are more', async () => {
  const patient = await aPatient();
  const waitlist = waitlistOf(scheduler);
  const list = () => waitlist('ListWaitlist', { patientId: patient.id }, patient.as());
  const open = await join(waitlist, patient, { earliestDate: '2027-02-25' });
  assert.equal((await list()).isCut, false);
  await scheduler.pool.query(
    `insert into waitlist_entry(appointment_id, patient_id, specialty_id, visit_type_id, urgency, enrolled_at,
       auto_accept, version, state, changed_at, target_date, tie_break, change)
     select gen_random_uuid(), patient_id, specialty_id, visit_type_id, urgency, enrolled_at + interval '1 hour',
       false, 2, 'withdrawn', changed_at, target_date, tie_break, 'withdrawn'
     from waitlist_entry, generate_series(1, 50) where appointment_id = $1`,
    [open.appointmentId],
  );
  const cut = await list();
  assert.deepEqual([cut.entries.length, cut.isCut], [50, true]);
  assert.equal(cut.entries[0]?.appointmentId, open.appointmentId);
});

/** Gives the first visit of a day at Dr Heart's as many seats as are named, each taken by somebody. */
async function takeSeats(count: number, date: string): Promise<void> {
  await scheduler.pool.query(
    `with first as (
       select * from slot where provider_id = $1 and local_start >= $2::date order by local_start, seat limit 1),
     seat as (
       insert into slot(id, session_id, local_start, seat, visit_id, provider_id, specialty_id, location_id,
         visit_type_id, start_at, end_at, blocks, state)
       select gen_random_uuid(), session_id, local_start, n, visit_id, provider_id, specialty_id, location_id,
         visit_type_id, start_at, end_at, blocks, 'booked'
       from first, generate_series(2, $3::int + 1) n
       on conflict do nothing
       returning id, during)
     insert into reservation(appointment_id, patient_id, slot_id, during, version, status, sequence, details, booked_at,
       changed_at)
     select gen_random_uuid(), gen_random_uuid(), id, during, 1, 'booked', 0, '{"reason": "", "urgency": "routine"}',
       now(), now()
     from seat`,
    [scheduler.hospital.heart.provider, date, count],
  );
}

async function refer(patientId: string, count: number, state: 'open' | 'withdrawn'): Promise<void> {
  await scheduler.pool.query(
    `insert into referral(id, patient_id, kind, specialty_id, urgency, due_date, ordered_by, ordered_at, op_key,
       withdrawn_at)
     select gen_random_uuid(), $1, 'referral', 'cardiology', 'routine', '2027-01-10', $2, now(), gen_random_uuid()::text,
       case when $4 = 'withdrawn' then now() end
     from generate_series(1, $3::int)`,
    [patientId, scheduler.hospital.heart.provider, count, state],
  );
}
