import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { ReferralServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ReferralService';
import { makeReferral } from '../test/referrals.ts';
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
  fillDay,
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

const stateOf = async (patient: Person, appointmentId: string) =>
  entryOf((await waitlist('GetWaitlistEntry', { appointmentId }, patient.as())).entry);

test('who waits with a referral that is used elsewhere keeps nobody from a freed slot, and is served once it is free again', async () => {
  const date = fullDays.withReferral;
  const on = { earliestDate: date, latestDate: date };
  const {
    free: [free, later],
  } = await fillDay(scheduler, date);
  const [ada, eve] = await Promise.all([aPatient(), aPatient()]);
  const referralId = await makeReferral(scheduler, ada, { specialty: 'cardiology' });
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
  const {
    free: [free],
  } = await fillDay(scheduler, date);
  const [ada, eve] = await Promise.all([aPatient(), aPatient()]);
  const referralId = await makeReferral(scheduler, ada, { specialty: 'cardiology' });
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
