/**
 * What holds when the checks before it do not: constraints are met by rows written past the code, statements by rows
 * that are not as the code saw them.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { query, statementsMade } from '@healthbooker/runtime/postgres';
import { violatedConstraint } from '@healthbooker/runtime/postgres-errors';
import { makeBed, type TestBed } from '../test/service.ts';

/** Two patients, who may also be ids of anything else. */
const [ada, ben] = [randomUUID(), randomUUID()];
const [entry, otherEntry, referral] = [randomUUID(), randomUUID(), randomUUID()];
const now = '2026-12-01T08:00:00Z';

let bed: TestBed;
/** Free slots: two of Dr Heart one after the other, and the colleague's at the time of the first. */
let slots: { first: string; next: string; beside: string };

before(async () => {
  bed = await makeBed();
  const { provider, colleague } = bed.hospital.heart;
  const at = async (who: string, start: string) => {
    const { rows } = await bed.pool.query('select id from slot where provider_id = $1 and start_at = $2', [
      who,
      start,
    ]);
    return rows[0].id;
  };
  slots = {
    first: await at(provider, '2026-12-03T09:00:00Z'),
    next: await at(provider, '2026-12-03T09:30:00Z'),
    beside: await at(colleague, '2026-12-03T09:00:00Z'),
  };
});
after(() => bed?.remove());

/** Runs statements, which leave nothing behind, and tells the constraint that refused them. */
async function refusedBy(statements: string): Promise<string | undefined> {
  const client = await bed.pool.connect();
  try {
    await client.query('begin');
    await client.query(statements);
    return undefined;
  } catch (error) {
    const constraint = violatedConstraint(error);
    if (constraint === undefined) throw error;
    return constraint;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const visit = (slotId: string, patientId = ada, referralId?: string) => `
  insert into reservation(appointment_id, patient_id, slot_id, during, version, status, sequence, details, booked_at,
    changed_at, referral_id)
  select gen_random_uuid(), '${patientId}', id, during, 1, 'booked', 0, '{}', '${now}', '${now}',
    ${referralId === undefined ? 'null' : `'${referralId}'`}
  from slot where id = '${slotId}';`;
const hold = (slotId: string, patientId = ada, entryId?: string, state = 'open') => `
  insert into hold(id, slot_id, patient_id, entry_id, urgency, expires_at, state)
  values (gen_random_uuid(), '${slotId}', '${patientId}', ${entryId === undefined ? 'null' : `'${entryId}'`}, 'routine',
    '${now}', '${state}');`;
const waiting = (id: string, patientId = ada) => `
  insert into waitlist_entry(appointment_id, patient_id, specialty_id, visit_type_id, urgency, enrolled_at, auto_accept,
    version, state, target_date, tie_break, change)
  values ('${id}', '${patientId}', 'cardiology', 'heart-visit', 'routine', '${now}', false, 1, 'waiting', '2027-01-01',
    '', 'joined');`;
const ordered = () => `
  insert into referral(id, patient_id, kind, specialty_id, urgency, due_date, ordered_by, ordered_at, op_key)
  values ('${referral}', '${ada}', 'referral', 'cardiology', 'routine', '2027-01-01', '${bed.hospital.heart.provider}',
    '${now}', 'key');`;
const decided = (version: number, key: string) => `
  insert into decision(appointment_id, version, op_key, request_sha256, rule_version, inputs, outcome, decided_at)
  values ('${entry}', ${version}, '${key}', '', 1, '{}', '{}', '${now}');`;
const announced = () => `
  insert into outbox(key, version, type, payload) values ('${entry}', 1, 'appointment.changed', '{}');`;
const copyOfFirst = (minutesLater: number, visitId: string, state: string) => `
  insert into slot(id, session_id, local_start, seat, visit_id, provider_id, specialty_id, location_id, visit_type_id,
    start_at, end_at, blocks, state)
  select gen_random_uuid(), session_id, local_start + interval '${minutesLater} min', 1, ${visitId}, provider_id, specialty_id, location_id,
    visit_type_id, start_at, end_at, blocks, '${state}'
  from slot where id = '${slots.first}';`;

const violations: Readonly<Record<string, () => string>> = {
  reservation_one_per_slot: () => visit(slots.first) + visit(slots.first, ben),
  reservation_patient_in_one_place: () => visit(slots.first) + visit(slots.beside),
  reservation_of_slot: () => `
    insert into reservation(appointment_id, patient_id, slot_id, during, version, status, sequence, details, booked_at, changed_at)
    values (gen_random_uuid(), '${ada}', '${ben}', tstzrange('${now}', '${now}', '[]'), 1, 'booked', 0, '{}', '${now}', '${now}')`,
  hold_of_slot: () => hold(ben),
  leave_visit_of_slots: () => `
    insert into leave_visit(leave_id, appointment_id, from_slot_id, state, changed_at)
    values (gen_random_uuid(), '${ada}', '${ben}', 'unplaced', '${now}')`,
  slot_in_use: () => `${visit(slots.first)} delete from slot where id = '${slots.first}';`,
  slot_provider_in_one_place: () =>
    `${copyOfFirst(1, 'gen_random_uuid()', 'held')}
     update slot set state = 'booked' where id = '${slots.first}';`,
  slot_session_id_local_start_seat_key: () => copyOfFirst(0, 'visit_id', 'free'),
  slot_merged_is_closed: () => `update slot set merged_into = '${slots.first}' where id = '${slots.next}';`,
  hold_one_per_slot: () => hold(slots.first) + hold(slots.first, ben),
  hold_one_per_patient: () => hold(slots.first) + hold(slots.next),
  hold_one_per_entry: () => waiting(entry) + hold(slots.first, ada, entry) + hold(slots.next, ada, entry),
  hold_entry_id_slot_id_key: () =>
    waiting(entry) + hold(slots.first, ada, entry, 'declined') + hold(slots.first, ada, entry),
  waitlist_entry_one_per_specialty: () => waiting(entry) + waiting(otherEntry),
  reservation_one_per_referral: () =>
    ordered() + visit(slots.first, ada, referral) + visit(slots.next, ada, referral),
  decision_pkey: () => decided(1, 'a key') + decided(1, 'another key'),
  decision_appointment_id_op_key_key: () => decided(1, 'a key') + decided(2, 'a key'),
  outbox_key_version_key: () => announced() + announced(),
};

for (const [constraint, statements] of Object.entries(violations)) {
  test(`${constraint} holds for rows written past the code`, async () => {
    assert.equal(await refusedBy(statements()), constraint);
  });
}

function statementNamed(name: string) {
  const found = statementsMade().find((made) => made.name.replace(/-[0-9a-f]{8}$/, '') === name);
  assert.ok(found, `no statement ${name}`);
  return found;
}

/** What a statement returns when its row is as `setup` leaves it; nothing is left behind. */
async function rowsOf(setup: string, file: string, params: readonly unknown[]): Promise<unknown[]> {
  const client = await bed.pool.connect();
  try {
    await client.query('begin');
    await client.query(setup);
    return await query(client, statementNamed(file), params);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const state = (of: string, is: string) => `update slot set state = '${is}' where id = '${of}';`;
const elsewhere = () =>
  `update slot set state = 'booked', provider_id = '${bed.hospital.heart.provider}' where id = '${slots.beside}';`;
const plan = () => [
  {
    appointment_id: ada,
    patient_id: ada,
    slot_id: slots.first,
    details: {},
    op_key: 'key',
    request_sha256: '',
  },
];
const visitOf = (id: string) => `${visit(slots.first)} update reservation set appointment_id = '${id}';`;
const entryPatch = (version: number) => [
  entry,
  version,
  'withdrawn',
  'left',
  0,
  'routine',
  false,
  'heart-visit',
  null,
  null,
  null,
  null,
  [],
  [],
  null,
  false,
  '2027-01-01',
  {},
  now,
  ['london'],
];

/** By statement, and what it looks at: how it must find the rows, and how not; both with the same parameters. */
type Guard = { does: () => string; not: () => string; params: () => unknown[] };
const guards: Readonly<Record<string, Guard>> = {
  'book-slot': {
    does: () => state(slots.first, 'held'),
    not: () => state(slots.first, 'booked'),
    params: () => [slots.first, 'held'],
  },
  'hold-slot': {
    does: () => state(slots.first, 'free'),
    not: () => state(slots.first, 'held'),
    params: () => [slots.first],
  },
  'hold-best': {
    does: () => state(slots.first, 'free'),
    not: () => state(slots.first, 'held'),
    params: () => [[slots.first]],
  },
  'hold-settling': {
    does: () => state(slots.first, 'settling'),
    not: () => state(slots.first, 'booked'),
    params: () => [slots.first],
  },
  // The colleague's slot stands for another one of the same provider.
  'hold-best, the provider': {
    does: () => '',
    not: () => elsewhere(),
    params: () => [[slots.first]],
  },
  'hold-settling, the provider': {
    does: () => '',
    not: () => elsewhere(),
    params: () => [slots.first],
  },
  'free-slots': {
    does: () => state(slots.first, 'booked'),
    not: () => state(slots.first, 'closed'),
    params: () => [[slots.first]],
  },
  'settle-slots': {
    does: () => state(slots.first, 'settling'),
    not: () => state(slots.first, 'held'),
    params: () => [[slots.first], now],
  },
  'merge-slots': {
    does: () => state(slots.next, 'free'),
    not: () => state(slots.next, 'booked'),
    params: () => [[slots.first], [slots.next]],
  },
  'end-hold': {
    does: () => `${hold(slots.first)} update hold set id = '${ben}';`,
    not: () => `${hold(slots.first, ada, undefined, 'expired')} update hold set id = '${ben}';`,
    params: () => [ben, 'used'],
  },
  'expire-holds': {
    does: () => hold(slots.first),
    not: () => `${hold(slots.first)} update hold set expires_at = expires_at + interval '1 second';`,
    params: () => [[slots.first], now],
  },
  'update-reservation': {
    does: () => visitOf(ben),
    not: () => `${visitOf(ben)} update reservation set version = 2;`,
    params: () => [ben, 1, slots.next, 'booked', 1, now, false, null],
  },
  'update-entry': {
    does: () => waiting(entry),
    not: () => `${waiting(entry)} update waitlist_entry set version = 2;`,
    params: () => entryPatch(1),
  },
  'insert-waited-reservation': {
    does: () => waiting(entry),
    not: () => waiting(entry) + visit(slots.beside),
    params: () => [entry, ada, slots.first, 2, {}, now, null],
  },
};

for (const [what, { does, not, params }] of Object.entries(guards)) {
  const [file = ''] = what.split(', ');
  test(`${what}: changes only what is as it was seen`, async () => {
    assert.equal((await rowsOf(does(), file, params())).length, 1);
    assert.deepEqual(await rowsOf(not(), file, params()), []);
  });
}

test('write-bookings says that a slot is not to be had any more', async () => {
  const items = JSON.stringify(
    plan().map((one) => ({
      ...one,
      rule_version: 1,
      inputs: {},
      outcome: { reservation: {} },
      reader_id: ada,
      role: 'Patients',
      what: 'visit',
      why: 'own-record',
      trace_id: '',
    })),
  );
  const free = await rowsOf(state(slots.first, 'free'), 'write-bookings', [items, now]);
  assert.deepEqual(free, [{ id: slots.first }]);
  assert.deepEqual(await rowsOf(state(slots.first, 'closed'), 'write-bookings', [items, now]), []);
});

test('a visit that moves to a slot which is not there is refused, and one that is free, closed or cancelled may go', async () => {
  const elsewhere = `${visit(slots.first)} update reservation set slot_id = '${ben}' where slot_id = '${slots.first}';`;
  assert.equal(await refusedBy(elsewhere), 'reservation_of_slot');
  assert.equal(
    await refusedBy(`${hold(slots.first)} delete from slot where id = '${slots.first}';`),
    'slot_in_use',
  );
  const cancelled = `${visit(slots.first)} update reservation set status = 'cancelled' where slot_id = '${slots.first}';`;
  for (const setup of ['', cancelled, hold(slots.first, ada, undefined, 'expired')]) {
    assert.equal(await refusedBy(`${setup} delete from slot where id = '${slots.first}';`), undefined);
  }
});

test('a visit has the place, provider, type and time of whatever slot it moves to', async () => {
  const shown = `select r.provider_id = s.provider_id and r.specialty_id = s.specialty_id and r.visit_type_id = s.visit_type_id
      and r.location_id = s.location_id and r.mode = s.mode and r.local_start = s.local_start as is_same, r.slot_id
    from reservation r join slot s on s.id = r.slot_id`;
  const client = await bed.pool.connect();
  try {
    await client.query('begin');
    await client.query(visit(slots.first));
    assert.deepEqual((await client.query(shown)).rows, [{ is_same: true, slot_id: slots.first }]);
    await client.query(`update slot set mode = 'video' where id = '${slots.beside}'`);
    await client.query(`update reservation set slot_id = '${slots.beside}'`);
    assert.deepEqual((await client.query(shown)).rows, [{ is_same: true, slot_id: slots.beside }]);
  } finally {
    await client.query('rollback');
    client.release();
  }
});
