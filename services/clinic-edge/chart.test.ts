import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { Entry } from '@healthbooker/protos/json/entry';
import { z } from 'zod';
import { type As, type Call, type Clinic, Problem, startClinic } from './test/clinic.ts';

const Added = z.object({ entry: Entry });

let clinic: Clinic;
let as: As;
let provider: Call;
let otherTeam: Call;
let reception: Call;
let admin: Call;
let patientId: Clinic['patientId'];

before(async () => {
  clinic = await startClinic();
  ({ as, provider, otherTeam, reception, admin, patientId } = clinic);
});
after(() => clinic?.stop());

test('an entry is added, read, amended with its reason, and seen by the patient', async () => {
  const entries = `/clinic/v1/patients/${patientId}/entries`;
  const allergy = {
    kind: 'allergy',
    substance: 'Penicillin',
    reaction: 'Rash',
    severity: 'moderate',
    clinicalStatus: 'active',
  };
  const key = { 'idempotency-key': randomUUID() };
  const added = await provider('POST', entries, { body: allergy, release: 'now' }, key);
  assert.equal(added.status, 201, JSON.stringify(added.body));
  const { entry } = Added.parse(added.body);
  assert.equal(entry.authorName, 'Dr Test 1');
  assert.equal(added.headers.get('location'), `${entries}/${entry.id}`);
  const retried = await provider('POST', entries, { body: allergy, release: 'now' }, key);
  assert.equal(Added.parse(retried.body).entry.id, entry.id);

  const amended = await provider('POST', `${entries}/${entry.id}/amend`, {
    version: 1,
    release: 'now',
    reason: 'Anaphylaxis reported',
    body: { ...allergy, severity: 'severe' },
  });
  assert.equal(amended.status, 200, JSON.stringify(amended.body));
  assert.equal(Added.parse(amended.body).entry.version, 2);
  const stale = await provider('POST', `${entries}/${entry.id}/amend`, {
    version: 1,
    release: 'now',
    reason: 'Late',
    body: allergy,
  });
  assert.equal(stale.status, 409);

  const chart = await provider('GET', `/clinic/v1/patients/${patientId}/chart`);
  assert.equal(chart.status, 200, JSON.stringify(chart.body));
  const history = await provider('GET', `${entries}/${entry.id}`);
  const { versions } = z.object({ versions: z.array(Entry) }).parse(history.body);
  assert.deepEqual(
    versions.map(({ version, amendReason }) => [version, amendReason]),
    [
      [1, ''],
      [2, 'Anaphylaxis reported'],
    ],
  );
  const patient = await as(patientId, 'Patients', 'patient-edge');
  const record = z.object({ entries: z.array(Entry) }).parse((await patient('GET', '/v1/record')).body);
  assert.equal(record.entries[0]?.authorName, 'Dr Test 1');
  const access = z
    .object({ events: z.array(z.object({ readerName: z.string(), why: z.string() })) })
    .parse((await patient('GET', '/v1/record/access')).body);
  assert.ok(
    access.events.some(({ readerName, why }) => readerName === 'Dr Test 1' && why === 'care-relationship'),
  );
});

test('a patient asks for a correction once, a clinician answers, and both stand in the record', async () => {
  const patient = await as(patientId, 'Patients', 'patient-edge');
  const record = async () =>
    z.object({ entries: z.array(Entry) }).parse((await patient('GET', '/v1/record')).body).entries;
  const [about] = await record();
  const ask = (text: string) =>
    patient('POST', `/v1/record/entries/${about?.id}/corrections`, { version: about?.version, text });
  assert.deepEqual(
    Problem.parse((await ask('  ')).body).errors?.map(({ field }) => field),
    ['text'],
  );
  const asked = await ask('I only had a rash');
  assert.equal(asked.status, 201, JSON.stringify(asked.body));
  const { entry: request } = Added.parse(asked.body);
  assert.equal((await ask('Again')).status, 409, 'one open request about an entry');
  const ofRequest = `/v1/record/entries/${request.id}/corrections`;
  assert.equal((await patient('POST', ofRequest, { version: 1, text: 'Of the request' })).status, 404);

  const path = `/clinic/v1/patients/${patientId}/corrections/${request.id}/answer`;
  const answer = { version: 1, state: 'declined', answer: 'The hospital saw anaphylaxis' };
  assert.equal((await otherTeam('POST', path, answer)).status, 404);
  assert.equal((await provider('POST', path, { ...answer, state: 'open' })).status, 400);
  const answered = await provider('POST', path, answer);
  assert.equal(answered.status, 200, JSON.stringify(answered.body));
  assert.equal((await provider('POST', path, answer)).status, 409, 'answered already');
  const shown = (await record()).find(({ id }) => id === request.id);
  assert.ok(shown?.kind === 'correction-request');
  assert.deepEqual(shown.body, { ...request.body, state: 'declined' });
  assert.deepEqual([shown.authorName, shown.amendReason], ['Dr Test 1', answer.answer]);
  assert.equal((await ask('Once more')).status, 201, 'what is answered can be asked again');
});

test('what makes no sense in an entry is named as it was sent', async () => {
  const entries = `/clinic/v1/patients/${patientId}/entries`;
  const shapeless = await provider('POST', entries, {
    body: { kind: 'allergy', colour: 'red' },
    release: 'now',
  });
  assert.deepEqual(
    Problem.parse(shapeless.body).errors?.map(({ field }) => field),
    ['body.colour'],
  );
  const unknown = await provider('POST', entries, { body: { kind: 'poem' }, release: 'now' });
  assert.deepEqual(
    Problem.parse(unknown.body).errors?.map(({ field }) => field),
    ['body.kind'],
  );
  const senseless = await provider('POST', entries, {
    body: { kind: 'allergy', clinicalStatus: 'active' },
    release: 'now',
  });
  assert.equal(senseless.status, 400);
  assert.deepEqual(
    Problem.parse(senseless.body).errors?.map(({ field }) => field),
    ['body.substance'],
  );
});

test('a chart without a care relationship looks like one that does not exist', async () => {
  const refused = await otherTeam('GET', `/clinic/v1/patients/${patientId}/chart`);
  const absent = await otherTeam('GET', `/clinic/v1/patients/${randomUUID()}/chart`);
  assert.deepEqual([refused.status, absent.status], [404, 404]);
  assert.equal(refused.body['detail'], absent.body['detail']);
  assert.equal((await reception('GET', `/clinic/v1/patients/${patientId}/chart`)).status, 403);
  assert.equal((await admin('GET', `/clinic/v1/patients/${patientId}/chart`)).status, 403);
});
