import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { ReferralServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ReferralService';
import {
  aPatient,
  type Person,
  startScheduler,
  type TestScheduler,
  theProvider,
  wanting,
} from '../test/service.ts';
import {
  entryOf,
  fill,
  isOffered,
  isWaiting,
  join,
  until,
  type Waitlist,
  waitlistOf,
} from '../test/waiting.ts';

let scheduler: TestScheduler;
let waitlist: Waitlist;

before(async () => {
  scheduler = await startScheduler();
  waitlist = waitlistOf(scheduler);
});
after(() => scheduler?.close());

const fullDays = { withReferral: '2026-12-14', afterWithdrawal: '2026-12-15' };

/** A referral to the heart clinic, more urgent than what anybody says of themselves here. */
async function referralOf(patient: Person): Promise<string> {
  const id = randomUUID();
  await scheduler.pool.query(
    `insert into referral(id, patient_id, kind, specialty_id, urgency, due_date, ordered_by, ordered_at, op_key)
     values ($1, $2, 'referral', 'cardiology', 'urgent', '2026-12-11', $3, '2026-11-30', $4)`,
    [id, patient.id, scheduler.hospital.heart.provider, randomUUID()],
  );
  return id;
}

/** A day on which everything is booked: how to free each of its slots. */
async function fullDay(date: string): Promise<(() => Promise<void>)[]> {
  const { rows } = await scheduler.pool.query<{ id: string }>(
    `select id from slot where state = 'free' and specialty_id = 'cardiology' and local_start::date = $1
     order by start_at, provider_id`,
    [date],
  );
  const slots = rows.map(({ id }) => id);
  const cancel = await fill(scheduler, slots, aPatient);
  return slots.map((slot) => cancel.get(slot) ?? (() => Promise.resolve()));
}

const stateOf = async (patient: Person, appointmentId: string) =>
  entryOf((await waitlist('GetWaitlistEntry', { appointmentId }, patient.as())).entry);

test('who waits with a referral that is used elsewhere keeps nobody from a freed slot, and is served once it is free again', async () => {
  const date = fullDays.withReferral;
  const on = { earliestDate: date, latestDate: date };
  const [free, later] = await fullDay(date);
  const [ada, eve] = await Promise.all([aPatient(), aPatient()]);
  const referralId = await referralOf(ada);
  const waiting = await join(waitlist, ada, { ...on, referralId }, true);
  const behind = await join(waitlist, eve, on, true);
  const [slotId] = await scheduler.freeSlots('cardiology', '2026-12-20T00:00:00Z');
  const elsewhere = wanting(ada, slotId, { referralId });
  await scheduler.call('Reserve', elsewhere, ada.as());

  await free?.();
  const gone = (entry: { state: string }) => entry.state === 'WAITLIST_STATE_BOOKED';
  await until(waitlist, eve, behind.appointmentId, gone);
  assert.ok(isWaiting(await stateOf(ada, waiting.appointmentId)));
  assert.deepEqual(await scheduler.broken(), []);

  const cancel = { appointmentId: elsewhere.appointmentId, expectedVersion: 1, operationKey: randomUUID() };
  await scheduler.call('CancelReservation', cancel, ada.as());
  await later?.();
  await until(waitlist, ada, waiting.appointmentId, gone);
  assert.deepEqual(await scheduler.broken(), []);
});

test('who waits with a referral that was withdrawn is offered nothing', async () => {
  const date = fullDays.afterWithdrawal;
  const on = { earliestDate: date, latestDate: date };
  const [free] = await fullDay(date);
  const [ada, eve] = await Promise.all([aPatient(), aPatient()]);
  const referralId = await referralOf(ada);
  const waiting = await join(waitlist, ada, { ...on, referralId });
  const behind = await join(waitlist, eve, on);
  const referrals = scheduler.service<ReferralServiceDefinition>('healthbooker.scheduler.v1.ReferralService');
  const heart = await theProvider(scheduler.hospital.heart.provider);
  await referrals('WithdrawReferral', { referralId }, heart.as());

  await free?.();
  await until(waitlist, eve, behind.appointmentId, isOffered);
  assert.ok(isWaiting(await stateOf(ada, waiting.appointmentId)));
  assert.deepEqual(await scheduler.broken(), []);
});
