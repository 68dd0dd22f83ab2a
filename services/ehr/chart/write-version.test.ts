/** What is asked before a version of an entry is written, through the doors that clinicians and patients use. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { type TestHospital, testHospital } from '@healthbooker/local/test/hospital';
import { profilesOf, type TestProfiles } from '@healthbooker/local/test/profiles';
import { callEdge, startSystem, type TestSystem } from '@healthbooker/local/test/system';
import { accessToken } from '@healthbooker/local/test/tokens';
import { verify } from '@healthbooker/local/verify/verify';
import pg from 'pg';
import { allergy, medicine, pressure, problem, result } from '../test/entries.ts';
import { impossible } from '../test/impossible-entries.ts';
import { putInCare } from '../test/in-care.ts';

let system: TestSystem;
let hospital: TestHospital;
let store: pg.Pool;
let profiles: Pick<TestProfiles, 'call' | 'close'>;

before(async () => {
  system = await startSystem();
  hospital = await testHospital(system.databases.scheduler);
  store = new pg.Pool({ connectionString: system.databases.ehr });
  profiles = profilesOf(system.table);
});
after(async () => {
  profiles?.close();
  await store?.end();
  await hospital?.close();
  await system?.stop();
});

type Body = Record<string, unknown>;
type Finding = Record<'kind' | 'recorded' | 'shared' | 'severity', string>;
type Checks = {
  findings: Finding[];
  notChecked: string[];
  notCheckedAgainst: string[];
  overrideReason: string;
  tableVersion: string;
  confirmedUnlikely: string[];
};
type Entry = { id: string; version: number; release: string; body: Body; checks?: Checks };
type Answer = {
  status: number;
  entry: Entry;
  /** The last part of the problem's type. */
  problem: string;
  fields: string[];
  warnings: { key: string; findings: Finding[]; more: number };
};

const born = '1980-05-17';
let visits = 0;

/** A patient born on 17 May 1980 whom the first provider sees in ten days or a little later, and the visit's id. */
async function withVisit(): Promise<{ id: string; appointmentId: string }> {
  const id = randomUUID();
  await profiles.call(id, 'Ada Patient');
  visits += 1;
  return { id, appointmentId: await putInCare(hospital, id, visits) };
}

const inCare = async () => (await withVisit()).id;

async function asDoctor(method: string, path: string, body?: Body): Promise<Answer> {
  const token = await accessToken({ sub: hospital.providers[0], groups: ['Providers'] });
  const answer = await callEdge(system.services['clinic-edge'], method, path, { token, body });
  const said = answer.body as Body;
  return {
    status: answer.status,
    entry: said['entry'] as Entry,
    problem:
      String(said['type'] ?? '')
        .split('/')
        .at(-1) ?? '',
    fields: ((said['errors'] as { field: string }[] | undefined) ?? []).map(({ field }) => field),
    warnings: said['warnings'] as Answer['warnings'],
  };
}

const add = (patientId: string, body: Body, more: Body = { release: 'now' }) =>
  asDoctor('POST', `/clinic/v1/patients/${patientId}/entries`, { body, ...more });
const amend = (patientId: string, entry: Entry, body: Body, more: Body = {}) =>
  asDoctor('POST', `/clinic/v1/patients/${patientId}/entries/${entry.id}/amend`, {
    version: entry.version,
    reason: 'It changed',
    body,
    ...more,
  });

const confirmed = ({ warnings }: Answer, overrideReason: string) => ({
  release: 'now',
  confirmation: { overrideReason, warningsKey: warnings.key },
});

async function written(answer: Promise<Answer>): Promise<Entry> {
  const { status, entry, problem: why, fields } = await answer;
  assert.ok(status === 201 || status === 200, `${status} ${why} ${fields}`);
  return entry;
}

async function refused(answer: Promise<Answer>, status: number, why: string): Promise<Answer> {
  const got = await answer;
  assert.deepEqual([got.status, got.problem], [status, why], got.fields.join());
  return got;
}

test('who repeats an entry is answered as before, though by now it could not be', async () => {
  const { id, appointmentId } = await withVisit();
  const path = `/clinic/v1/patients/${id}/entries`;
  const token = await accessToken({ sub: hospital.providers[0], groups: ['Providers'] });
  const send = (to: string, body: Body) => {
    const headers = { 'idempotency-key': `repeat-${to.length}-${id}` };
    return callEdge(system.services['clinic-edge'], 'POST', to, { token, body, headers });
  };
  const note = { kind: 'encounter-note', text: 'A sprain', plan: '', appointmentId };
  const first = await send(path, { body: note, release: 'now' });
  assert.equal(first.status, 201, JSON.stringify(first.body));
  const { entry } = first.body as { entry: Entry };
  const amendment = { version: 1, reason: 'It changed', body: { ...note, text: 'A fracture' } };
  const amended = await send(`${path}/${entry.id}/amend`, amendment);
  assert.equal(amended.status, 200, JSON.stringify(amended.body));
  // The visit was booked for the wrong person, which the hospital has put right; this one has another.
  await hospital.pool.query('update reservation set appointment_id = $1 where appointment_id = $2', [
    randomUUID(),
    appointmentId,
  ]);
  await refused(add(id, note), 400, 'invalid');
  const again = await send(path, { body: note, release: 'now' });
  assert.deepEqual([again.status, (again.body as { entry: Entry }).entry?.id], [201, entry.id]);
  const amendedAgain = await send(`${path}/${entry.id}/amend`, amendment);
  assert.deepEqual([amendedAgain.status, (amendedAgain.body as { entry: Entry }).entry?.version], [200, 2]);
});

test('a note is about a visit of the patient it is about, or about none', async () => {
  const [one, other] = [await withVisit(), await withVisit()];
  const note = async (appointmentId: string) =>
    (await add(one.id, { kind: 'encounter-note', text: 'A sprain', plan: '', appointmentId })).status;
  assert.deepEqual(
    [
      await note(other.appointmentId),
      await note(randomUUID()),
      await note(one.appointmentId),
      await note(''),
    ],
    [400, 400, 201, 201],
  );
});

const said = (findings: Finding[]) => findings.map(({ kind, recorded, shared }) => [kind, recorded, shared]);

test('penicillin V for a patient allergic to penicillin is written only with a reason for that very warning', async () => {
  const patientId = await inCare();
  await written(add(patientId, allergy('Penicillin')));
  const asked = await refused(add(patientId, medicine('Penicillin V')), 409, 'safety-warning');
  assert.deepEqual(said(asked.warnings.findings), [['class', 'Penicillin', 'Penicillins']]);
  assert.equal(asked.warnings.findings[0]?.severity, 'severe');
  // A reason of blanks is none, and one for other warnings is none for these.
  for (const confirmation of [
    { overrideReason: '  ', warningsKey: asked.warnings.key },
    { overrideReason: 'Desensitised', warningsKey: 'another' },
    { overrideReason: 'Desensitised' },
  ]) {
    await refused(add(patientId, medicine('Penicillin V'), { confirmation }), 409, 'safety-warning');
  }
  const entry = await written(
    add(patientId, medicine('Penicillin V'), confirmed(asked, ' Desensitised in May ')),
  );
  assert.deepEqual(said(entry.checks?.findings ?? []), [['class', 'Penicillin', 'Penicillins']]);
  assert.equal(entry.checks?.overrideReason, 'Desensitised in May');
  assert.match(entry.checks?.tableVersion ?? '', /^20\d\d-\d\d-\d\d$/);
  const { rows } = await store.query('select checks from entry where entry_id = $1', [entry.id]);
  assert.equal(rows[0].checks.overrideReason, 'Desensitised in May');
});

test('a warning tells what the chart says, so it is on record as a read before it is answered', async () => {
  const patientId = await inCare();
  await written(add(patientId, allergy('Penicillin')));
  const count = async () => {
    const { rows } = await store.query(
      `select count(*)::int as looks from access where patient_id = $1 and action = 'read' and what = 'entry'`,
      [patientId],
    );
    return rows[0].looks;
  };
  assert.equal(await count(), 0);
  await refused(add(patientId, medicine('Amoxil 500 mg caps')), 409, 'safety-warning');
  assert.equal(await count(), 1);
  const entries = await store.query('select from entry where patient_id = $1', [patientId]);
  assert.equal(entries.rows.length, 1);
});

test('a new allergy is checked against what is taken, and an amendment like a new entry', async () => {
  const patientId = await inCare();
  const taken = await written(add(patientId, medicine('Augmentin 625')));
  const asked = await refused(add(patientId, allergy('penicillins')), 409, 'safety-warning');
  assert.deepEqual(said(asked.warnings.findings), [['class', 'Augmentin 625', 'Penicillins']]);
  const known = await written(
    add(patientId, allergy('penicillins'), confirmed(asked, 'It is stopped today')),
  );
  // What is stopped or refuted counts no more.
  const stopped = medicine('Augmentin 625', { status: 'stopped' });
  assert.equal((await written(amend(patientId, taken, stopped))).checks, undefined);
  const other = await written(add(patientId, medicine('Paracetamol')));
  await refused(amend(patientId, other, medicine('Tazocin')), 409, 'safety-warning');
  await written(amend(patientId, known, allergy('penicillins', { clinicalStatus: 'refuted' })));
  await written(amend(patientId, other, medicine('Tazocin')));
});

test('what the table does not know is said, of the entry and of the chart; the same medicine twice is a notice', async () => {
  const patientId = await inCare();
  const unknown = await written(add(patientId, medicine('Unicornol 5 mg')));
  assert.deepEqual(unknown.checks?.notChecked, ['Unicornol 5 mg']);
  const known = await written(add(patientId, allergy('Dragon scales')));
  assert.deepEqual(known.checks?.notChecked, ['Dragon scales']);
  assert.deepEqual(known.checks?.notCheckedAgainst, ['Unicornol 5 mg']);
  await written(add(patientId, medicine('Amoxil')));
  const twice = await written(add(patientId, medicine('Co-amoxiclav')));
  assert.deepEqual(said(twice.checks?.findings ?? []), [['duplicate', 'Amoxil', 'amoxicillin']]);
  assert.equal(twice.checks?.overrideReason, '');
  assert.deepEqual(twice.checks?.notCheckedAgainst, ['Dragon scales']);
});

test('two clinicians at once: an allergy and the medicine against it never both pass unseen', async () => {
  for (let round = 0; round < 8; round++) {
    const patientId = await inCare();
    const answers = await Promise.all([
      add(patientId, allergy('Penicillin')),
      add(patientId, medicine('Amoxicillin')),
    ]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409]);
  }
});

test('an allergy behind 1,500 newer entries is found', async () => {
  const patientId = await inCare();
  await written(add(patientId, allergy('Warfarin')));
  await store.query(
    `insert into entry (entry_id, version, patient_id, kind, body, release, author_id, recorded_at, chart_version,
       operation_key, request_sha256)
     select gen_random_uuid(), 1, $1, 'allergy',
       jsonb_build_object('noneKnown', false, 'coding', null, 'substance', 'Latex', 'reaction', '', 'severity', '',
         'clinicalStatus', 'active'),
       'now', $2, now() - interval '8 days', n + 1, 'made-up-' || n, '' from generate_series(1, 1500) n`,
    [patientId, hospital.providers[0]],
  );
  await store.query('update chart set version = 1501 where patient_id = $1', [patientId]);
  const asked = await refused(add(patientId, medicine('Coumadin')), 409, 'safety-warning');
  assert.deepEqual(said(asked.warnings.findings), [['allergy', 'Warfarin', 'warfarin']]);
});

test('a patient reads why it was written, and not what may not be released to them', async () => {
  const patientId = await inCare();
  await written(add(patientId, allergy('Penicillin'), { release: 'never' }));
  const asked = await refused(add(patientId, medicine('Amoxicillin')), 409, 'safety-warning');
  const entry = await written(
    add(patientId, medicine('Amoxicillin'), confirmed(asked, 'Tolerated last year')),
  );
  const token = await accessToken({ sub: patientId, groups: ['Patients'] });
  for (const path of ['/v1/record', `/v1/record/entries/${entry.id}`]) {
    const answer = await callEdge(system.services['patient-edge'], 'GET', path, { token });
    assert.equal(answer.status, 200);
    const text = JSON.stringify(answer.body);
    assert.match(text, /Tolerated last year/);
    assert.doesNotMatch(text, /enicillin"|Hives/);
  }
});

test('what cannot be is refused, its field named, and nothing is written', async () => {
  const patientId = await inCare();
  for (const [name, body, field] of impossible) {
    const confirmation = { confirmUnlikely: true };
    const answer = await add(patientId, body(), { release: 'now', confirmation });
    assert.deepEqual([answer.status, answer.fields], [400, [field]], name);
  }
  const { rows } = await store.query('select from entry where patient_id = $1', [patientId]);
  assert.equal(rows.length, 0);
});

test('a year or a month alone is a date; the birth day, today and extremes that were survived are possible', async () => {
  const patientId = await inCare();
  for (const body of [
    problem({ onsetDate: '1980' }),
    problem({ onsetDate: '1980-05' }),
    problem({ onsetDate: born }),
    problem({ onsetDate: new Date().toISOString().slice(0, 10) }),
    problem({ clinicalStatus: 'resolved', onsetDate: '2020', resolvedDate: '2020-03' }),
    medicine('Aspirin', { startedDate: '2020-03' }),
    medicine('Ramipril', { status: 'stopped', startedDate: '2020', stoppedDate: '2021-01-02' }),
    result('Temperature', 98.6, '[degF]'),
    result('Weight', 154, '[lb_av]'),
    result('Weight', 70_000, 'g'),
    result('Height', 70, '[in_i]'),
    result('Glucose', 90, 'mg/dL'),
    result('Base excess', -5, 'mmol/L'),
    result('T-score', -2.5, '1'),
  ]) {
    const entry = await written(add(patientId, body));
    const { kind, ...fields } = body as Body;
    for (const [name, value] of Object.entries(fields)) {
      assert.deepEqual(entry.body[name], value, `${kind} ${name}`);
    }
  }
});

test('what hardly can be is asked back, and kept as confirmed', async () => {
  const patientId = await inCare();
  for (const body of [
    result('Temperature', 44, 'Cel'),
    result('Temperature', 111, '[degF]'),
    result('Weight', 500, 'kg'),
    result('Pulse', 300, '/min'),
  ]) {
    const asked = await refused(add(patientId, body), 409, 'unlikely-value');
    assert.deepEqual(asked.fields, ['body.value']);
    const entry = await written(add(patientId, body, { confirmation: { confirmUnlikely: true } }));
    assert.match(entry.checks?.confirmedUnlikely[0] ?? '', /^body\.value is very unlikely/);
    await refused(amend(patientId, entry, body), 409, 'unlikely-value');
  }
});

test('a panel is one entry with its parts and the time it was taken', async () => {
  const patientId = await inCare();
  const entry = await written(add(patientId, pressure(128, 82)));
  assert.equal(entry.body['observedAt'], '2026-01-05T08:30:00Z');
  assert.equal(entry.body['value'], undefined);
  const parts = entry.body['components'] as Body[];
  assert.deepEqual(
    parts.map(({ name, value, unit }) => [name, value, unit]),
    [
      ['Systolic', 128, 'mm[Hg]'],
      ['Diastolic', 82, 'mm[Hg]'],
    ],
  );
  const { rows } = await store.query('select body from entry where entry_id = $1', [entry.id]);
  assert.equal('value' in rows[0].body, false);
  const bad: readonly (readonly [Body, string])[] = [
    [pressure(80, 120), 'body.components[1].value'],
    [pressure(4000, 80), 'body.components[0].value'],
    [{ ...pressure(128, 82), value: 120, unit: 'mm[Hg]' }, 'body.value'],
    [{ ...pressure(128, 82), components: [] }, 'body.components'],
    [{ ...result('Pulse', 70, '/min'), value: undefined }, 'body.value'],
  ];
  for (const [body, field] of bad) {
    const answer = await add(patientId, body);
    assert.deepEqual([answer.status, answer.fields], [400, [field]], JSON.stringify(body));
  }
  await refused(add(patientId, pressure(90, 90)), 409, 'unlikely-value');
});

test('unless somebody chooses, results and problems wait for a review, and an amendment changes nothing', async () => {
  const patientId = await inCare();
  const usual: readonly (readonly [Body, string])[] = [
    [{ kind: 'encounter-note', text: 'Well' }, 'now'],
    [allergy('Latex'), 'now'],
    [medicine('Aspirin'), 'now'],
    [problem({}), 'after-review'],
    [result('Pulse', 70, '/min'), 'after-review'],
  ];
  for (const [body, release] of usual) {
    assert.equal((await written(add(patientId, body, {}))).release, release, String(body['kind']));
  }
  const hidden = await written(add(patientId, problem({}), { release: 'never' }));
  assert.equal((await written(amend(patientId, hidden, problem({ onsetDate: '2020' })))).release, 'never');
  const shown = await written(add(patientId, problem({}), { release: 'now' }));
  assert.equal((await written(amend(patientId, shown, problem({ onsetDate: '2020' })))).release, 'now');
});

test('after all of this nothing is found that must not be; a warning without a reason would be', async () => {
  const { scheduler, ehr } = system.databases;
  const findings = await verify({ databases: { scheduler, ehr } }, { settle_ms: 0 });
  assert.deepEqual(
    findings.filter(
      ({ broken }) => broken.startsWith('ehr: ') && broken !== 'ehr: an event was not published',
    ),
    [],
  );
  const forged = await store.query(
    `insert into entry (entry_id, version, patient_id, kind, body, release, author_id, recorded_at, chart_version,
       operation_key, request_sha256, checks)
     select gen_random_uuid(), 1, patient_id, kind, body, release, author_id, recorded_at, chart_version + 5000,
       'forged', '', jsonb_set(checks, '{overrideReason}', '""')
     from entry where checks ->> 'overrideReason' <> '' limit 1 returning entry_id`,
  );
  const found = await verify({ databases: { scheduler, ehr } }, { settle_ms: 0 });
  assert.deepEqual(
    found
      .filter(({ broken }) => broken === 'ehr: written past a warning without a reason')
      .map(({ id }) => id),
    [forged.rows[0].entry_id],
  );
});
