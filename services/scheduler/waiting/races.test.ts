import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { ServiceError } from '@healthbooker/runtime/errors';
import { aPatient, type Person, startScheduler, type TestScheduler, wanting } from '../test/service.ts';
import {
  answerTo,
  entryOf,
  fill,
  isOffered,
  isWaiting,
  join,
  joining,
  until,
  type Waitlist,
  waitlistOf,
} from '../test/waiting.ts';

const HOUR_MS = 3_600_000;

let scheduler: TestScheduler;
let waitlist: Waitlist;

before(async () => {
  scheduler = await startScheduler();
  waitlist = waitlistOf(scheduler);
});
after(() => scheduler?.close());

/** Days of their own for every test, from here on. */
let day = Date.parse('2026-12-10T00:00:00Z');

/** A day of which only these slots of the heart clinic are left, and those are booked: how to free each. */
async function bookedDay(count: number) {
  day += 24 * HOUR_MS;
  const date = new Date(day).toISOString().slice(0, 10);
  const { rows } = await scheduler.pool.query<{ id: string }>(
    `select id from slot where state = 'free' and specialty_id = 'cardiology' and local_start::date = $1
       and provider_id = $2 order by start_at`,
    [date, scheduler.hospital.heart.provider],
  );
  const slots = rows.slice(0, count).map(({ id }) => id);
  await scheduler.pool.query(
    `update slot set state = 'closed' where specialty_id = 'cardiology' and local_start::date = $1
       and id <> all ($2::uuid[])`,
    [date, slots],
  );
  const cancel = await fill(scheduler, slots, aPatient);
  const free = slots.map((slot) => cancel.get(slot) ?? (() => Promise.resolve()));
  return { slots, free, on: { earliestDate: date, latestDate: date } };
}

const people = (count: number) => Promise.all(Array.from({ length: count }, aPatient));
const pass = (ms: number) => {
  scheduler.clock.now = new Date(scheduler.clock.now.getTime() + ms);
};
const current = async (patient: Person, appointmentId: string) =>
  entryOf((await waitlist('GetWaitlistEntry', { appointmentId }, patient.as())).entry);
const kindOf = (error: unknown) => (error instanceof ServiceError ? error.kind : 'other');

test('releases race with joins: whatever is freed goes to somebody, and nobody is stranded', async () => {
  const { slots, free, on } = await bookedDay(6);
  const joiners = await people(9);
  const entries = await Promise.all([
    ...joiners.map((patient, index) => join(waitlist, patient, on, index % 3 === 0)),
    ...free.map((cancel) => cancel().then(() => undefined)),
  ]);
  assert.deepEqual(await scheduler.broken(), []);
  const ids = entries.flatMap((entry) => entry?.appointmentId ?? []);
  const { rows } = await scheduler.pool.query(
    'select state, count(*)::int as entries from waitlist_entry where appointment_id = any ($1) group by state',
    [ids],
  );
  const count = (states: string[]) =>
    rows.filter(({ state }) => states.includes(state)).reduce((sum, row) => sum + row.entries, 0);
  assert.equal(count(['offered', 'booked']), slots.length);
  assert.equal(count(['waiting']), joiners.length - slots.length);
});

test('many slots freed at once make one offer to one entry, and the rest are free for everybody', async () => {
  const { slots, free, on } = await bookedDay(5);
  const [ada] = await people(1);
  if (ada === undefined) throw new Error('nobody is there');
  const entry = await join(waitlist, ada, on);
  await Promise.all(free.map((cancel) => cancel()));
  await until(waitlist, ada, entry.appointmentId, isOffered);
  assert.deepEqual(await scheduler.broken(), []);
  const { rows } = await scheduler.pool.query(
    'select state, count(*)::int as slots from slot where id = any ($1) group by state order by state',
    [slots],
  );
  assert.deepEqual(rows, [
    { state: 'free', slots: 4 },
    { state: 'held', slots: 1 },
  ]);
});

test('twenty answers to one offer: one is done, the others repeat it or come too late', async () => {
  const { slots, free, on } = await bookedDay(1);
  const [ada, ben] = await people(2);
  if (ada === undefined || ben === undefined) throw new Error('nobody is there');
  const { appointmentId } = await join(waitlist, ada, on);
  pass(1000);
  await join(waitlist, ben, on);
  await free[0]?.();
  const offer = await until(waitlist, ada, appointmentId, isOffered);
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      waitlist(index % 2 === 0 ? 'AcceptOffer' : 'DeclineOffer', answerTo(offer), ada.as()).then(
        () => 'done',
        kindOf,
      ),
    ),
  );
  assert.equal(outcomes.filter((one) => one === 'done').length, 1);
  assert.ok(
    outcomes.every((one) => one === 'done' || one === 'conflict'),
    outcomes.join(),
  );
  assert.deepEqual(await scheduler.broken(), []);
  const { rows } = await scheduler.pool.query('select state from slot where id = $1', [slots[0]]);
  assert.ok(['booked', 'held'].includes(rows[0].state));
});

test('accepting and the end of the offer: exactly one of the two happens', async () => {
  const { free, on } = await bookedDay(4);
  const waiters = await people(4);
  const entries = await Promise.all(waiters.map((patient) => join(waitlist, patient, on)));
  await Promise.all(free.map((cancel) => cancel()));
  const offers = await Promise.all(
    waiters.map((patient, index) => until(waitlist, patient, entries[index]?.appointmentId ?? '', isOffered)),
  );
  const [first] = offers;
  const ends = Date.parse(first?.offer?.expiresAt ?? '');
  // Some answer just in time, the others just too late, while the sweeper runs.
  scheduler.clock.now = new Date(ends - 1);
  const [inTime] = waiters;
  if (first === undefined || inTime === undefined) throw new Error('there is no offer');
  const { reservation } = await waitlist('AcceptOffer', answerTo(first), inTime.as());
  assert.equal(reservation?.status, 'VISIT_STATUS_BOOKED');
  scheduler.clock.now = new Date(ends);
  const late = await Promise.all(
    waiters.slice(1).map((patient, index) => {
      const offer = offers[index + 1];
      if (offer === undefined) throw new Error('there is no offer');
      return waitlist('AcceptOffer', answerTo(offer), patient.as()).then(() => 'done', kindOf);
    }),
  );
  assert.deepEqual(late, ['conflict', 'conflict', 'conflict']);
  for (const [index, patient] of waiters.slice(1).entries()) {
    const id = entries[index + 1]?.appointmentId ?? '';
    const missed = await until(waitlist, patient, id, ({ misses }) => misses === 1);
    assert.notEqual(missed.offer?.slot?.id, offers[index + 1]?.offer?.slot?.id, 'no slot is offered twice');
  }
  assert.deepEqual(await scheduler.broken(), []);
});

test('an offer that nobody answers goes on to the second and the third, and three misses end a place', async () => {
  const { slots, free, on } = await bookedDay(3);
  const [ada, ben, cleo] = await people(3);
  if (ada === undefined || ben === undefined || cleo === undefined) throw new Error('nobody is there');
  const first = await join(waitlist, ada, on);
  pass(1000);
  const second = await join(waitlist, ben, on);
  pass(1000);
  const third = await join(waitlist, cleo, on);
  await free[0]?.();
  const offered = await until(waitlist, ada, first.appointmentId, isOffered);
  scheduler.clock.now = new Date(offered.offer?.expiresAt ?? '');
  const next = await until(waitlist, ben, second.appointmentId, isOffered);
  assert.equal(next.offer?.slot?.id, slots[0]);
  assert.equal((await current(ada, first.appointmentId)).misses, 1);
  await waitlist('DeclineOffer', answerTo(next), ben.as());
  const last = await until(waitlist, cleo, third.appointmentId, isOffered);
  assert.equal(last.offer?.slot?.id, slots[0]);
  await waitlist('AcceptOffer', answerTo(last), cleo.as());

  for (const [index, misses] of [2, 3].entries()) {
    await waitlist('LeaveWaitlist', await leaving(ben, second.appointmentId), ben.as()).catch(
      () => undefined,
    );
    await free[index + 1]?.();
    const again = await until(waitlist, ada, first.appointmentId, isOffered);
    scheduler.clock.now = new Date(again.offer?.expiresAt ?? '');
    await until(waitlist, ada, first.appointmentId, (entry) => entry.misses === misses);
  }
  assert.equal((await current(ada, first.appointmentId)).state, 'WAITLIST_STATE_LAPSED');
  // Whose place has lapsed may join anew.
  assert.ok(await join(waitlist, ada, { ...on, latestDate: on.earliestDate }));
  assert.deepEqual(await scheduler.broken(), []);
});

async function leaving(patient: Person, appointmentId: string) {
  const { version } = await current(patient, appointmentId);
  return { appointmentId, expectedVersion: version, operationKey: randomUUID() };
}

test('a patient is not offered two times that overlap, nor one during another visit', async () => {
  const { slots, free, on } = await bookedDay(1);
  const [eva] = await people(1);
  if (eva === undefined) throw new Error('nobody is there');
  // Another visit at that very time, with the colleague.
  const { rows } = await scheduler.pool.query<{ id: string }>(
    `update slot set state = 'free' where provider_id = $1
       and start_at = (select start_at from slot where id = $2) returning id`,
    [scheduler.hospital.heart.colleague, slots[0]],
  );
  const { reservation } = await scheduler.call('Reserve', wanting(eva, rows[0]?.id), eva.as());
  // The colleague's time is no wish of hers: what is freed with it is another one.
  const entry = await join(waitlist, eva, { ...on, providerId: scheduler.hospital.heart.provider });
  await free[0]?.();
  assert.deepEqual(await scheduler.broken(), []);
  assert.ok(isWaiting(await current(eva, entry.appointmentId)), 'busy then');
  // When the other visit goes, the time fits after all.
  const { appointmentId = '' } = reservation ?? {};
  const cancel = { appointmentId, expectedVersion: 1, operationKey: randomUUID() };
  await scheduler.call('CancelReservation', cancel, eva.as());
  await until(waitlist, eva, entry.appointmentId, isOffered);
  assert.deepEqual(await scheduler.broken(), []);
});

test('an offer at a time of another visit cannot be accepted, and stays', async () => {
  const { slots, free, on } = await bookedDay(1);
  const [ida] = await people(1);
  if (ida === undefined) throw new Error('nobody is there');
  const { appointmentId } = await join(waitlist, ida, on);
  await free[0]?.();
  const offered = await until(waitlist, ida, appointmentId, isOffered);
  const { rows } = await scheduler.pool.query<{ id: string }>(
    `update slot set state = 'free' where provider_id = $1
       and start_at = (select start_at from slot where id = $2) returning id`,
    [scheduler.hospital.heart.colleague, slots[0]],
  );
  const visit = wanting(ida, rows[0]?.id);
  await scheduler.call('Reserve', visit, ida.as());
  await assert.rejects(waitlist('AcceptOffer', answerTo(offered), ida.as()), {
    kind: 'conflict',
    details: { reason: 'overlap', appointmentId: visit.appointmentId },
  });
  assert.deepEqual(await current(ida, appointmentId), offered);
  assert.deepEqual(await scheduler.broken(), []);
});

test('what was kept for urgent needs goes to those who wait when its time is up', async () => {
  const [fay] = await people(1);
  if (fay === undefined) throw new Error('nobody is there');
  const { rows } = await scheduler.pool.query<{ id: string; date: string; release_at: Date }>(
    `select id, local_start::date::text as date, release_at from slot
     where specialty_id = 'dermatology' and reserved_for = 'urgent' and release_at > $1
     order by start_at limit 1`,
    [new Date(scheduler.clock.now.getTime() + 48 * HOUR_MS)],
  );
  const [kept] = rows;
  await scheduler.pool.query(
    `update slot set state = 'closed' where specialty_id = 'dermatology' and local_start::date = $1 and id <> $2`,
    [kept?.date, kept?.id],
  );
  const need = { specialtyId: 'dermatology', visitTypeId: 'skin-visit', regionIds: ['karachi'] };
  const dates = { earliestDate: kept?.date, latestDate: kept?.date };
  const entry = await join(waitlist, fay, { ...need, ...dates });
  assert.ok(isWaiting(entry));
  scheduler.clock.now = kept?.release_at ?? scheduler.clock.now;
  const offered = await until(waitlist, fay, entry.appointmentId, isOffered);
  assert.equal(offered.offer?.slot?.id, kept?.id);
  assert.deepEqual(await scheduler.broken(), []);
});

test('a longer visit is offered two slots as one, and saying no gives both back', async () => {
  const { slots, free, on } = await bookedDay(2);
  const [gus] = await people(1);
  if (gus === undefined) throw new Error('nobody is there');
  const longer = { ...on, accessNeeds: ['ACCESS_NEED_INTERPRETER'] };
  const { entry } = await waitlist('JoinWaitlist', joining(gus, longer), gus.as());
  const { appointmentId } = entryOf(entry);
  await free[0]?.();
  assert.deepEqual(await scheduler.broken(), []);
  assert.ok(isWaiting(await current(gus, appointmentId)), 'one slot is too short');
  await free[1]?.();
  const offered = await until(waitlist, gus, appointmentId, isOffered);
  assert.equal(offered.offer?.slot?.id, slots[0]);
  const minutes =
    (Date.parse(offered.offer?.slot?.endAt ?? '') - Date.parse(offered.offer?.slot?.startAt ?? '')) / 60_000;
  assert.equal(minutes, 60);
  await waitlist('DeclineOffer', answerTo(offered), gus.as());
  assert.deepEqual(await scheduler.broken(), []);
  const { rows } = await scheduler.pool.query(
    'select state, own_end_at, merged_into from slot where id = any ($1)',
    [slots],
  );
  assert.deepEqual(rows, Array(2).fill({ state: 'free', own_end_at: null, merged_into: null }));
});

// Last: it goes months ahead.
test('a longer visit is not offered a slot that is followed by one kept for urgent needs, until its time is up', async () => {
  const [hal] = await people(1);
  if (hal === undefined) throw new Error('nobody is there');
  const { rows } = await scheduler.pool.query<{ id: string; kept: string; date: string; release_at: Date }>(
    `select first.id, kept.id as kept, kept.local_start::date::text as date, kept.release_at
     from slot kept
     join slot first on first.session_id = kept.session_id and first.seat = kept.seat
       and first.local_start < kept.local_start and first.local_start > kept.local_start - interval '1 hour'
     where kept.specialty_id = 'dermatology' and kept.reserved_for = 'urgent' and first.reserved_for is null
       and kept.state = 'free' and first.state = 'free'
     order by kept.start_at desc limit 1`,
  );
  const [pair] = rows;
  if (pair === undefined) throw new Error('no slot is kept');
  const { id, kept, date, release_at } = pair;
  await scheduler.pool.query(
    `update slot set state = 'closed' where specialty_id = 'dermatology' and local_start::date = $1
       and id <> all ($2::uuid[])`,
    [date, [id, kept]],
  );
  const need = {
    specialtyId: 'dermatology',
    visitTypeId: 'skin-visit',
    regionIds: ['karachi'],
    accessNeeds: ['ACCESS_NEED_INTERPRETER'],
  };
  const entry = await join(waitlist, hal, { ...need, earliestDate: date, latestDate: date });
  assert.ok(isWaiting(entry), 'the second half is kept');
  const { appointmentId } = entry;
  scheduler.clock.now = release_at;
  const offered = await until(waitlist, hal, appointmentId, isOffered);
  assert.equal(offered.offer?.slot?.id, id);
  assert.deepEqual(await scheduler.broken(), []);
});
