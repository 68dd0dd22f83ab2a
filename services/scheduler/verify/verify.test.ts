import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { checksOf, findIn } from '@healthbooker/local/verify/subjects';
import { aPatient, makeBed, START, startOn, type TestBed, wanting } from '../test/service.ts';
import { isOffered, isWaiting, join, until, waitlistOf } from '../test/waiting.ts';

/** A day of the heart clinic on which nothing is booked. */
const DAY = '2026-12-10';
let bed: TestBed;

/** Visits at the same time with two providers, a longer visit, an offer, and somebody who waits for an evening. */
before(async () => {
  bed = await makeBed();
  const scheduler = await startOn(bed);
  const { heart } = bed.hospital;
  const first = async (providerId: string, from: string) => {
    const { rows } = await bed.pool.query(
      `select id from slot where provider_id = $1 and state = 'free' and local_start >= $2 order by start_at limit 1`,
      [providerId, from],
    );
    return rows[0].id as string;
  };
  for (const provider of [heart.provider, heart.colleague]) {
    const patient = await aPatient();
    await scheduler.call('Reserve', wanting(patient, await first(provider, '2026-12-03')), patient.as());
  }
  const slow = await aPatient();
  await scheduler.call(
    'Reserve',
    {
      ...wanting(slow, await first(heart.provider, '2026-12-04')),
      accessNeeds: ['ACCESS_NEED_LONGER_VISIT'],
    },
    slow.as(),
  );
  const waitlist = waitlistOf(scheduler);
  const [offered, waits] = [await aPatient(), await aPatient()];
  const entry = await join(waitlist, offered, { earliestDate: '2026-12-05' });
  await until(waitlist, offered, entry.appointmentId, isOffered);
  const other = await join(waitlist, waits, { timesOfDay: ['TIME_OF_DAY_EVENING'] });
  await until(waitlist, waits, other.appointmentId, isWaiting);
  assert.deepEqual(await scheduler.broken(), []);
  await scheduler.close();
});
after(() => bed?.remove());

/** What the checks name after these statements, all of which are undone. */
async function namedAfter(plant: readonly string[], now = START, since?: Date): Promise<Set<string>> {
  const client = await bed.pool.connect();
  try {
    await client.query('begin');
    for (const statement of plant) await client.query(statement);
    const found = [
      ...(await findIn(client, 'scheduler', 'always', { now, since })),
      ...(await findIn(client, 'scheduler', 'settled', { now, since })),
    ];
    return new Set(found.map(({ broken }) => broken));
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const booked = `(select appointment_id from reservation where status = 'booked' order by during, appointment_id limit 1)`;

/** What each check names, and what brings it about: the constraints that forbid it first. */
const violations: Readonly<Record<string, readonly string[]>> = {
  'could be overwritten': ['alter table access disable trigger access_is_append_only'],
  'a slot is booked twice': [
    'drop index reservation_one_per_slot',
    `insert into reservation(appointment_id, patient_id, slot_id, during, version, status, sequence, details, booked_at, changed_at)
     select gen_random_uuid(), gen_random_uuid(), slot_id, during, version, status, sequence, details, booked_at, changed_at
     from reservation where appointment_id = ${booked}`,
  ],
  'a patient is in two places': [
    'alter table reservation drop constraint reservation_patient_in_one_place',
    `update reservation r set patient_id = o.patient_id from reservation o
     where o.appointment_id = ${booked} and r.during = o.during and r.appointment_id <> o.appointment_id`,
  ],
  'a provider is in two places': [
    'alter table slot drop constraint slot_provider_in_one_place',
    `update slot s set provider_id = o.provider_id from slot o
     where o.state = 'booked' and s.state = 'booked' and o.start_at = s.start_at and o.id < s.id`,
  ],
  "a slot's state does not follow from who has it": [
    `update slot set state = 'free' where id = (select slot_id from reservation where appointment_id = ${booked})`,
  ],
  "a visit's slot is not there": [
    'alter table slot disable trigger slot_in_use',
    `delete from slot where id = (select slot_id from reservation where appointment_id = ${booked})`,
  ],
  "an open hold's slot is not there": [
    'alter table slot disable trigger slot_in_use',
    `delete from slot where id in (select slot_id from hold where state = 'open')`,
  ],
  'a visit and its slot differ in where, with whom or what': [
    `update reservation set location_id = 'karachi' where appointment_id = ${booked}`,
  ],
  'a slot is among the live and among the past': [
    `select make_slot_past_month('${DAY}')`,
    `insert into slot_past(id, session_id, local_start, seat, visit_id, provider_id, specialty_id, location_id,
       visit_type_id, start_at, end_at, blocks, is_retired, state, mode)
     select id, session_id, local_start, seat, visit_id, provider_id, specialty_id, location_id, visit_type_id, start_at, end_at,
       blocks, is_retired, state, mode from slot where state = 'booked'`,
  ],
  'a longer visit and the slot it took in do not go together': [
    'update slot set merged_into = null where merged_into is not null',
  ],
  'an offer and its hold do not go together': [
    `update hold set state = 'expired' where state = 'open' and entry_id is not null`,
  ],
  "an offer ends at night, within the notice of the visit, or is somebody else's": [
    `update hold set patient_id = gen_random_uuid() where state = 'open' and entry_id is not null`,
  ],
  'an entry and the appointment it became do not go together': [
    `update waitlist_entry set state = 'booked' where state = 'waiting'`,
  ],
  'a version has no decision, or a decision no version': [
    `update reservation set version = version + 1 where appointment_id = ${booked}`,
  ],
  'an operation answers with a version that is not there': [
    `update operation set version = version + 1 where appointment_id = ${booked}`,
  ],
  'a version was not announced': ['outbox', 'outbox_sent'].map(
    (table) => `delete from ${table} where key = ${booked}::text`,
  ),
  'an event stands twice': [
    `insert into outbox(key, version, type, payload) select key, version, type, payload from outbox_sent`,
  ],
  'an event announces no decision': [
    `insert into outbox(key, version, type, payload, published_at) values (gen_random_uuid(), 1, 'appointment.changed', '{}', now())`,
  ],
  'a slot names what the directory does not know': [
    `update slot set location_id = 'nowhere' where id = (select slot_id from reservation where appointment_id = ${booked})`,
  ],
  'a visit stands outside the rules and on no list': [
    `update slot set is_retired = true where id = (select slot_id from reservation where appointment_id = ${booked})`,
  ],
  'a freed slot was not settled': [
    `update slot set state = 'settling' where id = (select id from slot where state = 'free' limit 1)`,
  ],
  'a hold outlived its time': [
    `update hold set expires_at = '${new Date(START.getTime() - 60_000).toISOString()}' where state = 'open'`,
  ],
  'an event was not published': [
    `insert into outbox(key, version, type, payload) values ('a', 1, 'proxy.changed', '{}')`,
  ],
  'who waits was not looked at again': [
    `update waitlist_entry set retry_at = '${new Date(START.getTime() - 600_000).toISOString()}' where state = 'waiting'`,
  ],
  'a free slot was kept from somebody who waits for it': [
    `update waitlist_entry set times_of_day = '{}' where state = 'waiting'`,
  ],
};

test('each check finds what it is there to find', async () => {
  assert.deepEqual(await namedAfter([]), new Set());
  for (const [name, plant] of Object.entries(violations)) {
    assert.ok((await namedAfter(plant)).has(name), name);
  }
});

/** Decisions follow the clock of the test, events that of the database: this is before both. */
const SINCE = new Date(Math.min(Date.now(), START.getTime()) - 3_600_000);
const OLD = `'${new Date(SINCE.getTime() - 60_000).toISOString()}'`;

/** As if nothing had changed lately: each row that says when it changed. */
const longAgo = [
  `update reservation set changed_at = ${OLD}`,
  `update waitlist_entry set changed_at = ${OLD}`,
  `update decision set decided_at = ${OLD}`,
  `update outbox set created_at = ${OLD}`,
  // Rows of a day stay in its partition.
  'create table aside as select * from outbox_sent',
  'truncate outbox_sent',
  "create table outbox_sent_before partition of outbox_sent for values from (minvalue) to ('2026-01-01')",
  `insert into outbox_sent (id, sent_at, key, version, type, payload, traceparent, created_at)
   select id, '2025-12-31', key, version, type, payload, traceparent, created_at from aside`,
];

/** What is looked at whatever its age, since it is few and has to be put right now. */
const ofAnyAge = new Set([
  'could be overwritten',
  'a visit stands outside the rules and on no list',
  'a freed slot was not settled',
  'a hold outlived its time',
  'an event was not published',
  'who waits was not looked at again',
  // Whatever has an open hold.
  'an offer and its hold do not go together',
  "an offer ends at night, within the notice of the visit, or is somebody else's",
  "an open hold's slot is not there",
]);

test('with a since, a check finds what changed after it, and nothing older but what is open', async () => {
  assert.deepEqual(await namedAfter([], START, SINCE), new Set());
  assert.deepEqual(await namedAfter(longAgo, START, SINCE), new Set());
  for (const [name, plant] of Object.entries(violations)) {
    assert.ok((await namedAfter(plant, START, SINCE)).has(name), `${name}, lately`);
    const found = (await namedAfter([...plant, ...longAgo], START, SINCE)).has(name);
    assert.equal(found, ofAnyAge.has(name), `${name}, long ago`);
  }
});

test('no check is without a violation that shows it at work', () => {
  assert.deepEqual(new Set(checksOf('scheduler')), new Set(Object.keys(violations)));
});

test('an offer that ends at night or too late is found', async () => {
  const name = "an offer ends at night, within the notice of the visit, or is somebody else's";
  const end = (when: string) =>
    `update hold h set expires_at = ${when} from slot s where s.id = h.slot_id and h.state = 'open' and h.entry_id is not null`;
  for (const when of ["'2026-12-03T02:00Z'", "s.start_at - interval '1 minute'"]) {
    assert.ok((await namedAfter([end(when)])).has(name), when);
  }
});

/** Somebody waits on a day on which one slot is free, at nine. */
const oneFree = [
  `update waitlist_entry set times_of_day = '{}', earliest_date = '${DAY}', latest_date = '${DAY}' where state = 'waiting'`,
  `update slot set state = 'closed' where specialty_id = 'cardiology' and local_start::date = '${DAY}'
     and id <> (select id from slot where specialty_id = 'cardiology' and local_start = '${DAY} 09:00' order by id limit 1)`,
];
const entry = (change: string) => `update waitlist_entry set ${change} where state = 'waiting'`;
const slot = (change: string, at = '09:00') =>
  `update slot set ${change} where specialty_id = 'cardiology' and local_start = '${DAY} ${at}' and state in ('free', 'closed')`;
const theSlot = `(select id from slot where local_start = '${DAY} 09:00' and state = 'free')`;
const theEntry = "(select appointment_id from waitlist_entry where state = 'waiting')";

/** Whether the free slot was kept from the one who waits, after further changes. */
const kept: readonly (readonly [string, boolean, readonly string[], string?])[] = [
  ['as it is', true, []],
  [
    'with the provider they wish',
    true,
    [entry(`provider_id = (select provider_id from slot where id = ${theSlot})`)],
  ],
  ['with somebody else', false, [entry('provider_id = (select id from provider where name = $$Dr Skin$$)')]],
  ['at the place they wish', true, [entry("location_id = 'london'")]],
  ['elsewhere', false, [entry("location_id = 'karachi'")]],
  ['of the mode they wish', true, [entry("mode = 'in-person'")]],
  ['by video', false, [entry("mode = 'video'")]],
  ['on their day of the week', true, [entry("days_of_week = '{4}'")]],
  ['on another day of the week', false, [entry("days_of_week = '{1,2,3}'")]],
  ['in the morning', true, [entry("times_of_day = '{morning}'")]],
  ['in the afternoon', false, [entry("times_of_day = '{afternoon,evening}'")]],
  [
    'the day before',
    false,
    [
      entry(`latest_date = date '${DAY}' - 1, earliest_date = date '${DAY}' - 1`),
      `update slot set state = 'closed' where specialty_id = 'cardiology' and local_start::date = date '${DAY}' - 1`,
    ],
  ],
  [
    'kept for the urgent, and not urgent',
    false,
    [slot("reserved_for = 'urgent', release_at = start_at - interval '1 day'")],
  ],
  [
    'kept for the urgent, and urgent',
    true,
    [slot("reserved_for = 'urgent', release_at = start_at - interval '1 day'"), entry("urgency = 'urgent'")],
  ],
  [
    'kept for the urgent until then',
    true,
    [slot(`reserved_for = 'urgent', release_at = '${START.toISOString()}'`)],
  ],
  ['retired', false, [slot('is_retired = true')]],
  [
    'offered before',
    false,
    [
      `insert into hold(id, slot_id, patient_id, entry_id, urgency, expires_at, state)
       select gen_random_uuid(), ${theSlot}, patient_id, appointment_id, 'routine', now(), 'declined' from waitlist_entry where state = 'waiting'`,
    ],
  ],
  [
    'while the patient is elsewhere',
    false,
    [
      `update reservation set patient_id = (select patient_id from waitlist_entry where state = 'waiting'),
         during = (select during from slot where id = ${theSlot}) where appointment_id = ${booked}`,
    ],
  ],
  [
    'while the provider is elsewhere',
    false,
    [
      `update slot s set provider_id = f.provider_id, start_at = f.start_at, end_at = f.end_at, blocks = f.blocks
       from slot f where f.id = ${theSlot} and s.id = (select slot_id from reservation where appointment_id = ${booked})`,
    ],
  ],
  ['too short', false, [entry('is_longer = true')]],
  ['with the next one free as well', true, [entry('is_longer = true'), slot("state = 'free'", '09:30')]],
  ['within the notice', false, [], '2026-12-10T07:30:00Z'],
  ['with no time left to answer', false, [], '2026-12-10T06:45:00Z'],
  [
    'with no time left to answer, accepted beforehand',
    true,
    [entry('auto_accept = true')],
    '2026-12-10T06:45:00Z',
  ],
  ['beyond the horizon', false, [`update visit_type set horizon_days = 5`]],
  [
    'and waits no more',
    false,
    [`update waitlist_entry set state = 'withdrawn' where appointment_id = ${theEntry}`],
  ],
];

test('a free slot is kept from somebody exactly when it could be given to them', async () => {
  for (const [how, isKept, changes, now] of kept) {
    const named = await namedAfter([...oneFree, ...changes], now === undefined ? START : new Date(now));
    assert.equal(named.has('a free slot was kept from somebody who waits for it'), isKept, how);
  }
});
