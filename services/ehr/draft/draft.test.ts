/** What was typed and not signed is kept for who typed it, for nobody else, and until it is signed or 30 days old. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startService } from '@healthbooker/local/test/processes';
import { type RunningEhr, runningEhr } from '../test/running-ehr.ts';

let running: RunningEhr;
before(async () => {
  running = await runningEhr();
});
after(() => running?.close());

const typed = (value: string) => [
  { name: 'text', value },
  { name: 'release', value: 'never' },
];
const note = 'encounter-note';

async function save(
  patientId: string,
  value: string,
  expectedVersion: number,
  operationKey: string,
  form = note,
) {
  const request = { patientId, form, fields: typed(value), expectedVersion, operationKey };
  return running.ehr.call('SaveDraft', request, await running.doctor());
}

async function get(patientId: string, form = note) {
  const { draft } = await running.ehr.call('GetDraft', { patientId, form }, await running.doctor());
  assert.ok(draft);
  return draft;
}

async function sign(patientId: string, operationKey: string) {
  const request = {
    patientId,
    body: { encounterNote: { text: 'Signed' } },
    release: 'RELEASE_NOW',
    operationKey,
  } as const;
  return running.ehr.call('AddEntry', request, await running.doctor());
}

/** A colleague of the clinician, of the same team. */
async function colleague() {
  const id = randomUUID();
  const { pool, specialtyId } = running.hospital;
  await pool.query(
    `insert into provider (id, name, title, team_id) values ($1, 'Dr Colleague', 'Registrar', 'hearts')`,
    [id],
  );
  await pool.query('insert into provider_specialty values ($1, $2)', [id, specialtyId]);
  return running.as('Providers', id);
}

test('what was typed is offered again, word for word, and is gone once it is signed', async () => {
  const [patientId, key] = [await running.patientInCare(), randomUUID()];
  const words = 'Chest clear.\n  “No wheeze” ♥ — see plan';
  const { version } = await save(patientId, 'Chest', 0, key);
  await save(patientId, words, version, key);
  const draft = await get(patientId);
  assert.deepEqual(
    [draft.form, draft.version, draft.fields, draft.operationKey],
    [note, 2, typed(words), key],
  );
  const chart = await running.ehr.call('GetChart', { patientId }, await running.doctor());
  assert.deepEqual(chart.drafts, [{ form: note, savedAt: draft.savedAt }]);
  await sign(patientId, key);
  await assert.rejects(get(patientId), { kind: 'not-found' });
  const after = await running.ehr.call('GetChart', { patientId }, await running.doctor());
  assert.deepEqual([after.drafts, after.entries.length], [[], 1]);
});

test('a save that comes after the signature, or with it, brings nothing back', async () => {
  const patientId = await running.patientInCare();
  for (let round = 0; round < 10; round++) {
    const key = randomUUID();
    await save(patientId, 'Chest', 0, key);
    await Promise.allSettled([sign(patientId, key), save(patientId, 'Chest clear', 1, key)]);
    await assert.rejects(get(patientId), { kind: 'not-found' });
    await assert.rejects(save(patientId, 'Chest clear', 0, key), { kind: 'conflict' });
  }
});

test('an amendment and an answer have drafts of their own, which end with them', async () => {
  const patientId = await running.patientInCare();
  const { entry } = await sign(patientId, randomUUID());
  assert.ok(entry);
  const [amendKey, answerKey] = [randomUUID(), randomUUID()];
  const asked = { entryId: entry.entryId, entryVersion: 1, text: 'The left one', operationKey: randomUUID() };
  const request = await running.ehr.call(
    'RequestCorrection',
    { patientId: '', ...asked },
    await running.as('Patients', patientId),
  );
  const requestId = request.entry?.entryId ?? '';
  await save(patientId, 'Another note', 0, randomUUID());
  await save(patientId, 'Chest not clear', 0, amendKey, `amend-${entry.entryId}`);
  await save(patientId, 'You are right', 0, answerKey, `answer-${requestId}`);
  await running.ehr.call(
    'AmendEntry',
    {
      patientId,
      entryId: entry.entryId,
      expectedVersion: 1,
      body: { encounterNote: { text: 'Chest not clear' } },
      release: 'RELEASE_NOW',
      reason: 'Misread',
      operationKey: amendKey,
    },
    await running.doctor(),
  );
  await running.ehr.call(
    'AnswerCorrection',
    {
      patientId,
      entryId: requestId,
      expectedVersion: 1,
      state: 'corrected',
      answer: 'You are right',
      operationKey: answerKey,
    },
    await running.doctor(),
  );
  const { drafts } = await running.ehr.call('GetChart', { patientId }, await running.doctor());
  assert.deepEqual(
    drafts.map(({ form }) => form),
    [note],
  );
});

test('nobody else ever sees a draft: colleague, stranger, patient; each try and look is on record', async () => {
  const patientId = await running.patientInCare();
  await save(patientId, 'A suspicion', 0, randomUUID());
  await get(patientId);
  const other = await colleague();
  await assert.rejects(running.ehr.call('GetDraft', { patientId, form: note }, other), { kind: 'not-found' });
  assert.deepEqual((await running.ehr.call('GetChart', { patientId }, other)).drafts, []);
  await running.ehr.call('DiscardDraft', { patientId, form: note }, other);
  const own = {
    patientId,
    form: note,
    fields: typed('Mine'),
    expectedVersion: 0,
    operationKey: randomUUID(),
  };
  await running.ehr.call('SaveDraft', own, other);
  assert.deepEqual((await get(patientId)).fields, typed('A suspicion'), 'each has their own');
  const patient = await running.as('Patients', patientId);
  assert.deepEqual((await running.ehr.call('GetChart', {}, patient)).drafts, []);
  const stranger = await running.as('Providers', running.hospital.providers[1]);
  for (const [caller, kind] of [
    [patient, 'forbidden'],
    [stranger, 'not-found'],
  ] as const) {
    await assert.rejects(running.ehr.call('GetDraft', { patientId, form: note }, caller), { kind });
    await assert.rejects(running.ehr.call('SaveDraft', own, caller), { kind });
    await assert.rejects(running.ehr.call('DiscardDraft', { patientId, form: note }, caller), { kind });
  }
  const { rows } = await running.store.query<{ row: string }>(
    `select action || ' ' || why as row from access where patient_id = $1 and what = 'draft' order by id limit 4`,
    [patientId],
  );
  assert.deepEqual(
    rows.map(({ row }) => row),
    [
      'write care-relationship',
      'read care-relationship',
      'read care-relationship',
      'write care-relationship',
    ],
  );
});

test('who has lost the patient cannot read the draft, and has it again with the patient', async () => {
  const patientId = await running.patientInCare();
  await save(patientId, 'Half a note', 0, randomUUID());
  const status = (to: string) =>
    running.hospital.pool.query('update reservation set status = $2 where patient_id = $1', [patientId, to]);
  await status('cancelled');
  await assert.rejects(get(patientId), { kind: 'not-found' });
  await assert.rejects(save(patientId, 'More', 1, randomUUID()), { kind: 'not-found' });
  await status('booked');
  assert.deepEqual((await get(patientId)).fields, typed('Half a note'));
});

test('a draft that is open twice is not overwritten unseen; a save that is sent again is saved once', async () => {
  const [patientId, key] = [await running.patientInCare(), randomUUID()];
  await save(patientId, 'One', 0, key);
  assert.equal((await save(patientId, 'One', 0, key)).version, 1);
  await save(patientId, 'Two', 1, key);
  for (const version of [0, 1, 3]) {
    await assert.rejects(save(patientId, 'Three', version, key), { kind: 'conflict' });
  }
  assert.deepEqual((await get(patientId)).fields, typed('Two'));
});

test('what is no draft is refused with its field, and there is an end to how much is kept', async () => {
  const patientId = await running.patientInCare();
  const caller = await running.doctor();
  const right = { patientId, form: note, fields: typed('x'), expectedVersion: 0, operationKey: randomUUID() };
  for (const [wrong, field] of [
    [{ form: '' }, 'form'],
    [{ form: 'Note' }, 'form'],
    [{ form: 'amend-1' }, 'form'],
    [{ fields: [{ name: '', value: '' }] }, 'fields[0].name'],
    [{ fields: typed('x'.repeat(40_000)) }, 'fields'],
    [{ fields: [...typed('x'), ...typed('y')] }, 'fields'],
    [{ fields: Array.from({ length: 61 }, (_, n) => ({ name: `f${n}`, value: '' })) }, 'fields'],
    [{ operationKey: 'short' }, 'operationKey'],
  ] as const) {
    await assert.rejects(
      running.ehr.call(
        'SaveDraft',
        { ...right, ...wrong, fields: [...(wrong.fields ?? right.fields)] },
        caller,
      ),
      (error: { kind?: string; fields?: { field: string }[] }) => {
        assert.deepEqual([error.kind, error.fields?.[0]?.field], ['invalid', field]);
        return true;
      },
    );
  }
  // The longest there is, in what takes most octets.
  await save(patientId, '☃'.repeat(39_990), 0, randomUUID());
  for (let n = 1; n < 30; n++) await save(patientId, 'x', 0, randomUUID(), `amend-${randomUUID()}`);
  await assert.rejects(save(patientId, 'x', 0, randomUUID(), `amend-${randomUUID()}`), { kind: 'conflict' });
});

test('a draft is gone 30 days after it was last saved, not before', async () => {
  const [old, young] = [await running.patientInCare(), await running.patientInCare()];
  for (const patientId of [old, young]) await save(patientId, 'Half a note', 0, randomUUID());
  const age = (patientId: string, days: number) =>
    running.store.query('update draft set saved_at = $2 where patient_id = $1', [
      patientId,
      new Date(Date.now() - days * 86_400_000),
    ]);
  await age(old, 30.1);
  await age(young, 29.9);
  // It looks when it starts, then each hour.
  const another = await startService('ehr', running.env);
  const count = async () =>
    (await running.store.query('select from draft where patient_id = any ($1)', [[old, young]])).rowCount;
  for (const end = Date.now() + 10_000; (await count()) === 2; await sleep(50)) {
    assert.ok(Date.now() < end, 'it is still there');
  }
  await another.end();
  await assert.rejects(get(old), { kind: 'not-found' });
  assert.deepEqual((await get(young)).fields, typed('Half a note'));
});
