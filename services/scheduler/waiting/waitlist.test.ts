import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { DecisionServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/DecisionService';
import type { ProxyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyService';
import { ServiceError } from '@healthbooker/runtime/errors';
import {
  anAdmin,
  aPatient,
  aReceptionist,
  startScheduler,
  type TestScheduler,
  theProvider,
} from '../test/service.ts';
import {
  answers,
  answerTo,
  entryOf,
  fillDay,
  isOffered,
  isWaiting,
  join,
  joining,
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

const kind = (expected: string, reason?: string) => (error: unknown) =>
  error instanceof ServiceError &&
  error.kind === expected &&
  (reason === undefined || error.details?.['reason'] === reason);

/** A day on which everything is booked, a fresh one each time: its date and how to free each of its slots. */
let day = 9;
async function fullDay(): Promise<{ date: string; free: (() => Promise<void>)[]; slots: string[] }> {
  day += 1;
  const date = `2026-12-${String(day).padStart(2, '0')}`;
  return { date, ...(await fillDay(scheduler, date)) };
}

const on = (date: string) => ({ earliestDate: date, latestDate: date });

async function reservations(
  slotId: string | undefined,
): Promise<{ appointment_id: string; version: number }[]> {
  const { rows } = await scheduler.pool.query(
    "select appointment_id, version from reservation where slot_id = $1 and status <> 'cancelled'",
    [slotId],
  );
  return rows;
}

test('what is freed is offered to who waits, a decline passes it on, and accepting books it', async () => {
  const { date, free, slots } = await fullDay();
  const [ben, cleo] = [await aPatient(), await aPatient()];
  const first = await join(waitlist, ben, on(date));
  assert.equal(first.state, 'WAITLIST_STATE_WAITING');
  assert.equal(first.version, 1);
  assert.equal(first.reason, 'My heart beats');
  scheduler.clock.now = new Date(scheduler.clock.now.getTime() + 60_000);
  const second = await join(waitlist, cleo, on(date));

  await free[3]?.();
  const offered = await until(waitlist, ben, first.appointmentId, isOffered);
  assert.equal(offered.offer?.slot?.id, slots[3]);
  assert.match(offered.offer?.why ?? '', /you should be seen by 12 January 2027/);
  const state = await scheduler.pool.query('select state from slot where id = $1', [slots[3]]);
  assert.equal(state.rows[0].state, 'held');
  assert.ok(
    isWaiting(
      entryOf((await waitlist('GetWaitlistEntry', { appointmentId: second.appointmentId }, cleo.as())).entry),
    ),
  );

  const declined = entryOf((await waitlist('DeclineOffer', answerTo(offered), ben.as())).entry);
  assert.equal(declined.state, 'WAITLIST_STATE_WAITING');
  assert.equal(declined.waitingSinceAt, first.waitingSinceAt, 'the place is kept');
  const next = await until(waitlist, cleo, second.appointmentId, isOffered);
  const { reservation } = await waitlist('AcceptOffer', answerTo(next), cleo.as());
  assert.equal(reservation?.appointmentId, second.appointmentId);
  assert.equal(reservation?.version, next.version + 1);
  assert.equal(reservation?.status, 'VISIT_STATUS_BOOKED');
  assert.equal(reservation?.reason, 'My heart beats');
  assert.deepEqual(await reservations(slots[3]), [
    { appointment_id: second.appointmentId, version: next.version + 1 },
  ]);
  const shown = await scheduler.call('GetReservation', { appointmentId: second.appointmentId }, cleo.as());
  assert.deepEqual(
    shown.reservation?.history.map(({ version, change }) => [version, change]),
    [[3, 'booked']],
  );
  assert.deepEqual(await scheduler.broken(), []);
});

test('joining is idempotent, one entry per patient and specialty, and another request under the key is refused', async () => {
  const { date } = await fullDay();
  const ada = await aPatient();
  const request = joining(ada, on(date));
  const one = await waitlist('JoinWaitlist', request, ada.as());
  const two = await waitlist('JoinWaitlist', request, ada.as());
  assert.deepEqual(two, one);
  await assert.rejects(
    waitlist('JoinWaitlist', { ...request, reason: 'Other' }, ada.as()),
    kind('idempotency-mismatch'),
  );
  await assert.rejects(join(waitlist, ada, on(date)), kind('conflict', 'already-waiting'));
});

test('who acts for bookings only is told of an offer, not why it is made', async () => {
  const proxies = scheduler.service<ProxyServiceDefinition>('healthbooker.scheduler.v1.ProxyService');
  const { date, free } = await fullDay();
  await free[0]?.();
  await scheduler.broken();
  const [ada, bob] = [await aPatient(), await aPatient()];
  const { code } = await proxies('InviteProxy', { scope: 'PROXY_SCOPE_BOOKINGS' }, ada.as());
  await proxies('AcceptInvitation', { code }, bob.as());
  const { appointmentId, offer } = await join(waitlist, ada, on(date));
  assert.notEqual(offer?.why, '');
  const shown = entryOf((await waitlist('GetWaitlistEntry', { appointmentId }, bob.as())).entry);
  const { entries } = await waitlist('ListWaitlist', { patientId: ada.id }, bob.as());
  assert.deepEqual(
    [shown, ...entries].map((entry) => [entry.offer?.holdId, entry.offer?.why]),
    [
      [offer?.holdId, ''],
      [offer?.holdId, ''],
    ],
  );
});

test('who joins while a time is free is offered it at once, or booked when they accept beforehand', async () => {
  const { date, free, slots } = await fullDay();
  await free[0]?.();
  await scheduler.broken();
  const [ada, bob] = [await aPatient(), await aPatient()];
  const offered = await join(waitlist, ada, on(date));
  assert.equal(offered.state, 'WAITLIST_STATE_OFFERED');
  assert.equal(offered.version, 2);
  assert.equal(offered.offer?.slot?.id, slots[0]);
  await free[1]?.();
  await scheduler.broken();
  const booked = await join(waitlist, bob, on(date), true);
  assert.equal(booked.state, 'WAITLIST_STATE_BOOKED');
  assert.deepEqual(await reservations(slots[1]), [{ appointment_id: booked.appointmentId, version: 2 }]);
  assert.deepEqual(await scheduler.broken(), []);
});

test('signs of an emergency are refused with advice, and nothing is kept', async () => {
  const ada = await aPatient();
  const symptoms = { ...answers.urgent, emergencySigns: true };
  await assert.rejects(join(waitlist, ada, { symptoms }), (error) => {
    return kind('invalid', 'emergency')(error) && /emergency number/.test((error as Error).message);
  });
  assert.deepEqual((await waitlist('ListWaitlist', { patientId: ada.id }, ada.as())).entries, []);
});

test('the more urgent comes first, and who has waited through a whole target comes before newer ones', async () => {
  const { date, free } = await fullDay();
  const people = { early: await aPatient(), soon: await aPatient(), urgent: await aPatient() };
  const entries = {
    early: await join(waitlist, people.early, on(date)),
    soon: await join(waitlist, people.soon, { ...on(date), symptoms: answers.soon }),
    urgent: await join(waitlist, people.urgent, { ...on(date), symptoms: answers.urgent }),
  };
  const staff = await theProvider(scheduler.hospital.heart.provider);
  const ranks = async () => {
    const { entries: ranked } = await waitlist('ListWaitlist', { specialtyId: 'cardiology' }, staff.as());
    return ranked
      .filter(({ appointmentId }) =>
        Object.values(entries).some((one) => one.appointmentId === appointmentId),
      )
      .map(({ appointmentId }) => appointmentId);
  };
  assert.deepEqual(
    await ranks(),
    [entries.urgent, entries.soon, entries.early].map((one) => one.appointmentId),
  );
  // As if they had joined six weeks and a day before.
  await scheduler.pool.query(
    "update waitlist_entry set enrolled_at = enrolled_at - interval '85 days' where appointment_id = $1",
    [entries.early.appointmentId],
  );
  assert.equal((await ranks())[0], entries.early.appointmentId);
  await free[0]?.();
  await until(waitlist, people.early, entries.early.appointmentId, isOffered);
  await free[1]?.();
  await until(waitlist, people.urgent, entries.urgent.appointmentId, isOffered);
  assert.deepEqual(await scheduler.broken(), []);
});

test('an offer of a slot that is given no more ends without a miss, and cannot be accepted', async () => {
  const { date, free, slots } = await fullDay();
  const ada = await aPatient();
  const { appointmentId } = await join(waitlist, ada, on(date));
  await free[2]?.();
  const offered = await until(waitlist, ada, appointmentId, isOffered);
  await scheduler.pool.query('update slot set is_retired = true where id = $1', [slots[2]]);
  await assert.rejects(waitlist('AcceptOffer', answerTo(offered), ada.as()), kind('conflict'));
  const after = await until(waitlist, ada, appointmentId, isWaiting);
  assert.deepEqual([after.misses, after.change], [0, 'revoked']);
  assert.deepEqual(await scheduler.broken(), []);
  const { rows } = await scheduler.pool.query('select state from slot where id = $1', [slots[2]]);
  assert.equal(rows[0].state, 'closed');
});

test('an administrator has the decision of an offer made again: the same answer', async () => {
  const { date, free } = await fullDay();
  const [ada, ben] = [await aPatient(), await aPatient()];
  const { appointmentId } = await join(waitlist, ada, on(date));
  scheduler.clock.now = new Date(scheduler.clock.now.getTime() + 60_000);
  await join(waitlist, ben, on(date));
  await free[1]?.();
  await until(waitlist, ada, appointmentId, isOffered);
  const decisions = scheduler.service<DecisionServiceDefinition>('healthbooker.scheduler.v1.DecisionService');
  const admin = await anAdmin();
  const results = [];
  for (const version of [1, 2]) {
    results.push((await decisions('ReplayDecision', { appointmentId, version }, admin.as())).result);
  }
  assert.deepEqual(results, ['REPLAY_RESULT_NOT_REPLAYABLE', 'REPLAY_RESULT_SAME']);
});

test('a clinician says it is more urgent, which opens what is kept for urgent needs', async () => {
  const eva = await aPatient();
  const { rows } = await scheduler.pool.query<{ date: string; id: string }>(
    `select local_start::date::text as date, id from slot
     where specialty_id = 'dermatology' and state = 'free' and reserved_for = 'urgent' and release_at > $1
     order by start_at desc limit 1`,
    [scheduler.clock.now],
  );
  const date = rows[0]?.date ?? '';
  await scheduler.pool.query(
    `update slot set state = 'closed' where specialty_id = 'dermatology' and local_start::date = $1 and reserved_for is null`,
    [date],
  );
  const need = { specialtyId: 'dermatology', visitTypeId: 'skin-visit', regionIds: ['karachi'], ...on(date) };
  const entry = await join(waitlist, eva, need);
  assert.equal(entry.state, 'WAITLIST_STATE_WAITING');
  const doctor = await theProvider(scheduler.hospital.skin.provider);
  const stranger = await theProvider(scheduler.hospital.heart.provider);
  const request = {
    appointmentId: entry.appointmentId,
    expectedVersion: 1,
    urgency: 'URGENCY_URGENT',
    reason: 'It bleeds',
    operationKey: randomUUID(),
  } as const;
  await assert.rejects(waitlist('Retriage', request, stranger.as()), kind('not-found'));
  await assert.rejects(waitlist('Retriage', { ...request, reason: ' ' }, doctor.as()), kind('invalid'));
  await assert.rejects(
    waitlist('Retriage', { ...request, urgency: 'URGENCY_EMERGENCY' }, doctor.as()),
    kind('invalid'),
  );
  const triaged = entryOf((await waitlist('Retriage', request, doctor.as())).entry);
  assert.equal(triaged.urgency, 'URGENCY_URGENT');
  assert.equal(triaged.state, 'WAITLIST_STATE_OFFERED');
  const decisions = await scheduler.pool.query(
    "select version, inputs -> 'seen' ->> 'reason' as reason, outcome ->> 'change' as change from decision where appointment_id = $1 order by version",
    [entry.appointmentId],
  );
  assert.deepEqual(
    decisions.rows.map(({ change }) => change),
    ['joined', 'retriaged', 'offered'],
  );
  assert.equal(decisions.rows[1].reason, 'It bleeds');
  assert.deepEqual(await scheduler.broken(), []);
});

test('staff record a contact; reception sees no words of the patient, clinicians do', async () => {
  const { date } = await fullDay();
  const ada = await aPatient();
  const { appointmentId } = await join(waitlist, ada, on(date));
  const desk = await aReceptionist();
  const request = {
    appointmentId,
    expectedVersion: 1,
    outcome: 'CONTACT_OUTCOME_NO_ANSWER',
    note: 'Rang twice',
    operationKey: randomUUID(),
  } as const;
  await assert.rejects(waitlist('RecordContact', request, ada.as()), kind('forbidden'));
  const entry = entryOf((await waitlist('RecordContact', request, desk.as())).entry);
  assert.equal(entry.lastContact?.note, 'Rang twice');
  assert.equal(entry.reason, '');
  assert.equal(
    entryOf((await waitlist('GetWaitlistEntry', { appointmentId }, ada.as())).entry).lastContact,
    null,
  );
  const doctor = await theProvider(scheduler.hospital.heart.colleague);
  const seen = entryOf((await waitlist('GetWaitlistEntry', { appointmentId }, doctor.as())).entry);
  assert.equal(seen.reason, 'My heart beats');
  assert.match(seen.rankWhy, /^Routine, to be seen by .* 2027; joined today\.$/);
  const own = await waitlist('ListWaitlist', { patientId: ada.id }, ada.as());
  assert.deepEqual(
    own.entries.map(({ version, rank, rankWhy }) => [version, rank, rankWhy]),
    [[2, 0, '']],
  );
});

test('an entry is nobody else’s to see or change', async () => {
  const { date } = await fullDay();
  const [ada, eve] = [await aPatient(), await aPatient()];
  const { appointmentId } = await join(waitlist, ada, on(date));
  const change = { appointmentId, expectedVersion: 1, operationKey: randomUUID() };
  const need = joining(ada, on(date)).need;
  await assert.rejects(waitlist('GetWaitlistEntry', { appointmentId }, eve.as()), kind('not-found'));
  await assert.rejects(waitlist('ListWaitlist', { patientId: ada.id }, eve.as()), kind('not-found'));
  await assert.rejects(waitlist('ListWaitlist', { specialtyId: 'cardiology' }, eve.as()), kind('not-found'));
  await assert.rejects(waitlist('LeaveWaitlist', change, eve.as()), kind('not-found'));
  await assert.rejects(
    waitlist('ChangeWaitlistEntry', { ...change, need, reason: '', autoAccept: true }, eve.as()),
    kind('not-found'),
  );
  await assert.rejects(waitlist('JoinWaitlist', joining(ada, on(date)), eve.as()), kind('forbidden'));
  await assert.rejects(
    waitlist('LeaveWaitlist', { ...change, expectedVersion: 7 }, ada.as()),
    kind('conflict'),
  );
});

test('other wishes are looked through at once; specialty and referral stay', async () => {
  const [taken, open] = [await fullDay(), await fullDay()];
  await open.free[0]?.();
  await scheduler.broken();
  const ada = await aPatient();
  const { appointmentId } = await join(waitlist, ada, on(taken.date));
  const request = (need: Record<string, unknown>) => ({
    appointmentId,
    expectedVersion: 1,
    need: { ...joining(ada).need, ...need },
    reason: 'Still',
    autoAccept: false,
    operationKey: randomUUID(),
  });
  await assert.rejects(
    waitlist(
      'ChangeWaitlistEntry',
      request({ specialtyId: 'dermatology', visitTypeId: 'skin-visit', regionIds: ['karachi'] }),
      ada.as(),
    ),
    kind('invalid'),
  );
  await assert.rejects(
    waitlist('ChangeWaitlistEntry', request({ locationId: 'nowhere' }), ada.as()),
    kind('invalid'),
  );
  await assert.rejects(
    waitlist(
      'ChangeWaitlistEntry',
      request({ earliestDate: '2026-12-20', latestDate: '2026-12-19' }),
      ada.as(),
    ),
    kind('invalid'),
  );
  const entry = entryOf((await waitlist('ChangeWaitlistEntry', request(on(open.date)), ada.as())).entry);
  assert.equal(entry.state, 'WAITLIST_STATE_OFFERED');
  assert.equal(entry.offer?.slot?.id, open.slots[0]);
  assert.equal(entry.reason, 'Still');
  const stale = { appointmentId, expectedVersion: 1, operationKey: randomUUID() };
  await assert.rejects(waitlist('LeaveWaitlist', stale, ada.as()), {
    kind: 'conflict',
    details: { currentVersion: String(entry.version) },
  });
  const left = entryOf(
    (
      await waitlist(
        'LeaveWaitlist',
        { appointmentId, expectedVersion: entry.version, operationKey: randomUUID() },
        ada.as(),
      )
    ).entry,
  );
  assert.equal(left.state, 'WAITLIST_STATE_WITHDRAWN');
  assert.equal(left.offer, null);
  await assert.rejects(
    waitlist(
      'LeaveWaitlist',
      { appointmentId, expectedVersion: left.version, operationKey: randomUUID() },
      ada.as(),
    ),
    kind('conflict', 'state'),
  );
  assert.deepEqual(await scheduler.broken(), []);
});
