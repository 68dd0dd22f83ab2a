/** Each reason for which somebody who waits may be given what did not fit before: whoever waits has it within seconds. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { materialise } from '../calendar/materialise.ts';
import { addClasses } from '../test/classes.ts';
import { setReach } from '../test/regions.ts';
import {
  aPatient,
  aReceptionist,
  type Person,
  START,
  startScheduler,
  type TestScheduler,
  wanting,
} from '../test/service.ts';
import {
  answers,
  answerTo,
  entryOf,
  fill,
  isOffered,
  isWaiting,
  join,
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

const current = async (patient: Person, appointmentId: string) =>
  entryOf((await waitlist('GetWaitlistEntry', { appointmentId }, patient.as())).entry);
const change = (appointmentId: string, expectedVersion = 1) => ({
  appointmentId,
  expectedVersion,
  operationKey: randomUUID(),
});

/** Days of their own for every test, from here on. */
let day = Date.parse('2026-12-10T00:00:00Z');

/** A day of Dr Heart on which everything is closed but the first slot, and one of the colleague's at the same time. */
async function twoSlots() {
  day += 24 * HOUR_MS;
  const date = new Date(day).toISOString().slice(0, 10);
  const { heart } = scheduler.hospital;
  const { rows } = await scheduler.pool.query<{ id: string; provider_id: string }>(
    `select id, provider_id from slot where specialty_id = 'cardiology' and start_at = $1`,
    [`${date}T09:00:00Z`],
  );
  const slotOf = (provider: string) => rows.find(({ provider_id }) => provider_id === provider)?.id ?? '';
  const slots = { heart: slotOf(heart.provider), colleague: slotOf(heart.colleague) };
  await scheduler.pool.query(
    `update slot set state = 'closed' where specialty_id = 'cardiology' and local_start::date = $1
       and id <> all ($2::uuid[])`,
    [date, Object.values(slots)],
  );
  const need = { earliestDate: date, latestDate: date, providerId: heart.provider };
  return { ...slots, date, need };
}

test('the patient moves or cancels a visit at that time', async () => {
  for (const how of ['move', 'cancel'] as const) {
    const { heart, colleague, need } = await twoSlots();
    const later = (await scheduler.freeSlots('cardiology', '2027-01-10T00:00:00Z'))[0] ?? '';
    const ada = await aPatient();
    const visit = wanting(ada, colleague);
    await scheduler.call('Reserve', visit, ada.as());
    const { appointmentId } = await join(waitlist, ada, need);
    assert.deepEqual(await scheduler.broken(), []);
    assert.ok(isWaiting(await current(ada, appointmentId)), 'busy then');
    const asked = change(visit.appointmentId);
    if (how === 'move') await scheduler.call('MoveReservation', { ...asked, slotId: later }, ada.as());
    else await scheduler.call('CancelReservation', asked, ada.as());
    const offered = await until(waitlist, ada, appointmentId, isOffered);
    assert.equal(offered.offer?.slot?.id, heart);
  }
  assert.deepEqual(await scheduler.broken(), []);
});

test('an offer that the patient has at that time ends', async () => {
  const { heart, date, need } = await twoSlots();
  // The skin clinic is open at that time on this day as well.
  const { rows } = await scheduler.pool.query<{ id: string }>(
    `insert into session(id, provider_id, location_id, visit_type_id, weekday, starts, ends, effective)
     values (gen_random_uuid(), $1, 'karachi', 'skin-visit', extract(isodow from $2::date), '14:00', '14:30',
       daterange($2, $2::date + 1)) returning id`,
    [scheduler.hospital.skin.provider, date],
  );
  await materialise(scheduler.pool, START);
  const cancel = await fill(scheduler, [heart], aPatient);
  const ada = await aPatient();
  const skin = await join(waitlist, ada, {
    specialtyId: 'dermatology',
    visitTypeId: 'skin-visit',
    regionIds: ['karachi'],
    earliestDate: date,
    latestDate: date,
    timesOfDay: ['TIME_OF_DAY_AFTERNOON'],
  });
  const offered = await until(waitlist, ada, skin.appointmentId, isOffered);
  const { appointmentId } = await join(waitlist, ada, need);
  await cancel.get(heart)?.();
  assert.deepEqual(await scheduler.broken(), []);
  assert.ok(isWaiting(await current(ada, appointmentId)), 'asked about that time already');
  await waitlist('DeclineOffer', answerTo(offered), ada.as());
  assert.equal((await until(waitlist, ada, appointmentId, isOffered)).offer?.slot?.id, heart);
  assert.equal(rows.length, 1);
  assert.deepEqual(await scheduler.broken(), []);
});

test('the patient can take steps again', async () => {
  const { heart, need } = await twoSlots();
  const ada = await aPatient();
  const steps = 'update location set step_free_route = $1 where id = $2';
  await scheduler.pool.query(steps, ['', 'london']);
  await setReach(scheduler, ada, { needsStepFree: true });
  const { appointmentId } = await join(waitlist, ada, need);
  assert.deepEqual(await scheduler.broken(), []);
  assert.ok(isWaiting(await current(ada, appointmentId)), 'only by steps');
  await setReach(scheduler, ada, { needsStepFree: false, profileVersion: 2 });
  assert.equal((await until(waitlist, ada, appointmentId, isOffered)).offer?.slot?.id, heart);
  await scheduler.pool.query(steps, ['Lift at the side entrance', 'london']);
  assert.deepEqual(await scheduler.broken(), []);
});

test('the last taken seat of a class is given back, so that a longer visit may take in another seat of it', async () => {
  const classes = await addClasses(scheduler);
  const [date, dayOfMonth] = ['2026-12-08', 8];
  const seats = [await classes.seatsAt(dayOfMonth, 16), await classes.seatsAt(dayOfMonth, 17)].flat();
  // Two seats at four o'clock and two at five are left, of which the first are taken.
  await scheduler.pool.query(`update slot set state = 'closed' where id = any ($1::uuid[])`, [
    seats.filter(({ seat }) => seat > 2).map(({ id }) => id),
  ]);
  const [, second] = await classes.seatsAt(dayOfMonth, 16);
  await classes.book(await classes.seatAt(dayOfMonth, 1, 16));
  const taken = await classes.book(await classes.seatAt(dayOfMonth, 1, 17));
  const ada = await aPatient();
  const { appointmentId } = await join(waitlist, ada, {
    visitTypeId: 'heart-class',
    accessNeeds: ['ACCESS_NEED_LONGER_VISIT'],
    earliestDate: date,
    latestDate: date,
  });
  assert.deepEqual(await scheduler.broken(), []);
  assert.ok(isWaiting(await current(ada, appointmentId)), 'others meet at five');
  await scheduler.call('CancelReservation', change(taken.request.appointmentId), taken.who.as());
  assert.equal((await until(waitlist, ada, appointmentId, isOffered)).offer?.slot?.id, second?.id);
  assert.deepEqual(await scheduler.broken(), []);
});

test('slots are made that were not there', async () => {
  const { date, need } = await twoSlots();
  const ada = await aPatient();
  const evening = { ...need, timesOfDay: ['TIME_OF_DAY_EVENING'] };
  const { appointmentId } = await join(waitlist, ada, evening);
  assert.ok(isWaiting(await current(ada, appointmentId)));
  await scheduler.pool.query(
    `insert into session(id, provider_id, location_id, visit_type_id, weekday, starts, ends, effective)
     values (gen_random_uuid(), $1, 'london', 'heart-visit', extract(isodow from $2::date), '18:00', '18:30',
       daterange($2, $2::date + 1))`,
    [scheduler.hospital.heart.provider, date],
  );
  await materialise(scheduler.pool, START);
  await until(waitlist, ada, appointmentId, isOffered);
  assert.deepEqual(await scheduler.broken(), []);
});

test('staff record a contact, which leaves nothing due', async () => {
  const { need } = await twoSlots();
  const ada = await aPatient();
  const { appointmentId, version } = await join(waitlist, ada, {
    ...need,
    timesOfDay: ['TIME_OF_DAY_EVENING'],
  });
  const { as } = await aReceptionist();
  await waitlist(
    'RecordContact',
    { ...change(appointmentId, version), outcome: 'CONTACT_OUTCOME_REACHED', note: '' },
    as(),
  );
  const dueAt = async () => {
    const { rows } = await scheduler.pool.query<{ retry_at: Date | null }>(
      'select retry_at from waitlist_entry where appointment_id = $1',
      [appointmentId],
    );
    return rows[0]?.retry_at?.getTime() ?? 0;
  };
  const midnight = Date.parse(`${need.latestDate}T00:00:00Z`) + 24 * HOUR_MS;
  for (const end = Date.now() + 10_000; (await dueAt()) !== midnight; ) {
    assert.ok(Date.now() < end, 'it is looked at, and due again when its last date has passed');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
});

// The last two go ahead in time.
test('a slot comes within the horizon, and who comes first has it', async () => {
  const horizon = new Date(START.getTime() + 90 * 24 * HOUR_MS);
  const date = horizon.toISOString().slice(0, 10);
  const need = {
    earliestDate: date,
    latestDate: date,
    providerId: scheduler.hospital.heart.provider,
    timesOfDay: ['TIME_OF_DAY_MORNING'],
  };
  const people = [await aPatient(), await aPatient(), await aPatient()] as const;
  const [early, urgent, late] = people;
  const entries = [
    await join(waitlist, early, need),
    await join(waitlist, urgent, { ...need, symptoms: answers.urgent }),
    await join(waitlist, late, need),
  ] as const;
  assert.ok(entries.every(isWaiting));
  // The first slot of that day starts at nine, ninety days from nine.
  scheduler.clock.now = new Date(START.getTime() + HOUR_MS + 60_000);
  const offered = await until(waitlist, urgent, entries[1].appointmentId, isOffered);
  assert.equal(offered.offer?.slot?.startAt, `${date}T09:00:00Z`);
  assert.deepEqual(await scheduler.broken(), []);
  assert.ok(isWaiting(await current(early, entries[0].appointmentId)));
  assert.ok(isWaiting(await current(late, entries[2].appointmentId)));
});

test('the last date passes, on the calendar of the place', async () => {
  const { need } = await twoSlots();
  const ada = await aPatient();
  const { appointmentId } = await join(waitlist, ada, { ...need, timesOfDay: ['TIME_OF_DAY_EVENING'] });
  const midnight = Date.parse(`${need.latestDate}T00:00:00Z`) + 24 * HOUR_MS;
  scheduler.clock.now = new Date(midnight - 1);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  assert.ok(isWaiting(await current(ada, appointmentId)));
  scheduler.clock.now = new Date(midnight);
  const ended = await until(waitlist, ada, appointmentId, (entry) => !isWaiting(entry));
  assert.deepEqual([ended.state, ended.change], ['WAITLIST_STATE_LAPSED', 'past']);
});
