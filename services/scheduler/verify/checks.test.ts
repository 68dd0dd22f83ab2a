/** Each check finds what it is for: the fault is planted past code and constraints. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { makeBed, type TestBed } from '../test/service.ts';

const [ada, ben] = [randomUUID(), randomUUID()];
const now = '2026-12-01T08:00:00Z';

let bed: TestBed;
/** Free slots of two providers at the same time. */
let slots: { first: string; beside: string };

before(async () => {
  bed = await makeBed();
  const { provider, colleague } = bed.hospital.heart;
  const at = async (who: string) => {
    const found = await bed.pool.query('select id from slot where provider_id = $1 and start_at = $2', [
      ...[who, '2026-12-03T09:00:00Z'],
    ]);
    return found.rows[0].id;
  };
  slots = { first: await at(provider), beside: await at(colleague) };
});
after(() => bed?.remove());

/** What the checks find while a fault is there. */
async function found(fault: string): Promise<string[]> {
  const client = await bed.pool.connect();
  try {
    await client.query('begin');
    await client.query(fault);
    await client.query("select set_config('healthbooker.now', $1, true)", [now]);
    const broken: string[] = [];
    for (const file of ['always.sql', 'settled.sql']) {
      const { rows } = await client.query(readFileSync(new URL(file, import.meta.url), 'utf8'));
      broken.push(...rows.map((row) => row.broken));
    }
    return broken;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const state = (slotId: string, is: string) => `update slot set state = '${is}' where id = '${slotId}';`;
const visit = (slotId: string, patientId = ada) => `${state(slotId, 'booked')}
  insert into reservation(appointment_id, patient_id, slot_id, during, version, status, sequence, details, booked_at,
    changed_at)
  select gen_random_uuid(), '${patientId}', id, during, 1, 'booked', 0, '{}', '${now}', '${now}'
  from slot where id = '${slotId}';`;
const decided = () => `
  insert into decision(appointment_id, version, op_key, request_sha256, rule_version, inputs, outcome, decided_at)
  select appointment_id, 1, 'key', '', 1, '{}', '{}', now() from reservation;`;
const announced = (isPublished = true) => `
  insert into outbox(key, version, type, payload, published_at)
  select appointment_id, 1, 'appointment.changed', '{}', ${isPublished ? 'now()' : 'null'} from reservation;`;
const waiting = (is = 'waiting') => `
  insert into waitlist_entry(appointment_id, patient_id, specialty_id, visit_type_id, urgency, enrolled_at, auto_accept,
    version, state, target_date, tie_break, change)
  values ('${ben}', '${ada}', 'cardiology', 'heart-visit', 'routine', '${now}', false, 1, '${is}', '2027-01-01', '',
    'joined');`;
const offer = (expiresAt: string) => `${state(slots.first, 'held')}
  insert into hold(id, slot_id, patient_id, entry_id, urgency, expires_at, state)
  values (gen_random_uuid(), '${slots.first}', '${ada}', '${ben}', 'routine', '${expiresAt}', 'open');`;

const faults: Readonly<Record<string, () => string>> = {
  'a slot is booked twice': () =>
    `drop index reservation_one_per_slot; ${visit(slots.first)} ${visit(slots.first, ben)}`,
  'a patient is in two places': () =>
    `alter table reservation drop constraint reservation_patient_in_one_place;
     ${visit(slots.first)} ${visit(slots.beside)}`,
  'a provider is in two places': () =>
    `alter table slot drop constraint slot_provider_in_one_place; ${visit(slots.first)} ${visit(slots.beside, ben)}
     update slot set provider_id = '${bed.hospital.heart.provider}' where id = '${slots.beside}';`,
  'a slot’s state does not follow from who has it': () => state(slots.first, 'booked'),
  'a longer visit and the slot it took in do not go together': () =>
    `update slot set own_end_at = end_at where id = '${slots.first}';`,
  'an offer and its hold do not go together': () => waiting('offered'),
  'an offer ends at night, within the notice of the visit, or is somebody else’s': () =>
    `${waiting('offered')} ${offer('2026-12-02T22:00:00Z')}`,
  'an entry and the appointment it became do not go together': () => waiting('booked'),
  'a version has no decision, or a decision no version': () => visit(slots.first),
  'a version was not announced': () => visit(slots.first) + decided(),
  'an event announces no decision': () => visit(slots.first) + announced(),
  'a freed slot was not settled': () => state(slots.first, 'settling'),
  'a hold outlived its time': () => `${waiting('offered')} ${offer('2020-01-01T12:00:00Z')}`,
  'an event was not published': () => visit(slots.first) + decided() + announced(false),
  'a free slot was kept from somebody who waits for it': () => waiting(),
};

for (const [broken, fault] of Object.entries(faults)) {
  test(`found: ${broken}`, async () => {
    assert.ok((await found(fault())).includes(broken.replaceAll('’', "'")));
  });
}

test('nothing is found where nothing is wrong', async () => {
  assert.deepEqual(await found(visit(slots.first) + decided() + announced()), []);
});
