/** Who may read and write a chart, in which role, and what everybody else gets. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { accessToken } from '@healthbooker/local/test/tokens';
import { penicillin } from './test/entries.ts';
import { type RunningEhr, runningEhr } from './test/running-ehr.ts';

let running: RunningEhr;
before(async () => {
  running = await runningEhr();
});
after(() => running?.close());

test('who acts for a patient reads what the patient may, in a role of their own, and writes nothing', async () => {
  const [patientId, proxyId] = [await running.patientInCare(), randomUUID()];
  const shown = await running.add(patientId, penicillin);
  await running.add(patientId, penicillin, 'RELEASE_NEVER');
  const [proxy, stranger] = [
    await running.as('Patients', proxyId),
    await running.as('Patients', randomUUID()),
  ];
  await assert.rejects(running.ehr.call('GetChart', { patientId }, proxy), { kind: 'not-found' });
  await running.hospital.pool.query(
    'insert into proxy(id, patient_id, proxy_id, granted_by, since) values ($1, $2, $3, $2, now())',
    [randomUUID(), patientId, proxyId],
  );
  assert.deepEqual((await running.ehr.call('GetChart', { patientId }, proxy)).entries, [shown]);
  await running.ehr.call('GetEntryHistory', { patientId, entryId: shown.entryId }, proxy);
  const { events: looks } = await running.ehr.call('ListAccess', { patientId }, proxy);
  const theirs = looks.filter(({ readerId }) => readerId === proxyId);
  assert.deepEqual(
    theirs.map(({ role, action, what, why }) => ({ role, action, what, why })),
    [
      { role: 'proxy', action: 'read', what: 'entry-history', why: 'proxy' },
      { role: 'proxy', action: 'read', what: 'chart', why: 'proxy' },
      { role: 'Patients', action: 'try', what: 'chart', why: 'none' },
    ],
  );
  // Nor does the patient act for the proxy, or a clinician write as somebody's proxy.
  await assert.rejects(
    running.ehr.call('GetChart', { patientId: proxyId }, await running.as('Patients', patientId)),
    { kind: 'not-found' },
  );
  await assert.rejects(running.ehr.call('GetChart', { patientId }, stranger), { kind: 'not-found' });
  const both = await accessToken({ sub: proxyId, groups: ['Patients', 'Providers'] });
  const request = {
    patientId,
    body: penicillin,
    release: 'RELEASE_NOW',
    operationKey: randomUUID(),
  } as const;
  await assert.rejects(running.ehr.call('AddEntry', request, { ...proxy, token: both }), {
    kind: 'not-found',
  });
  await running.hospital.pool.query('update proxy set ended_at = now() where proxy_id = $1', [proxyId]);
  await assert.rejects(running.ehr.call('GetChart', { patientId }, proxy), { kind: 'not-found' });
});

test('a chart does not exist for whoever has no business with it, and each attempt is on record', async () => {
  const patientId = await running.patientInCare();
  const entry = await running.add(patientId, penicillin);
  const strangers = [
    await running.as('Providers', running.hospital.providers[1]),
    await running.as('Patients', randomUUID()),
  ];
  for (const stranger of strangers) {
    await assert.rejects(running.ehr.call('GetChart', { patientId }, stranger), { kind: 'not-found' });
    const history = { patientId, entryId: entry.entryId };
    await assert.rejects(running.ehr.call('GetEntryHistory', history, stranger), { kind: 'not-found' });
  }
  for (const group of ['Receptionists', 'Admins', 'Privacy']) {
    const caller = await running.as(group, randomUUID());
    await assert.rejects(running.ehr.call('GetChart', { patientId }, caller), { kind: 'forbidden' });
  }
  const unknown = {
    patientId: randomUUID(),
    body: penicillin,
    release: 'RELEASE_NOW',
    operationKey: randomUUID(),
  } as const;
  await assert.rejects(running.ehr.call('AddEntry', unknown, await running.doctor()), { kind: 'not-found' });
  await assert.rejects(running.ehr.call('GetChart', { patientId: 'x' }, await running.doctor()), {
    kind: 'not-found',
  });
  const { rows } = await running.store.query(
    `select role || ' ' || what as try from access where patient_id = $1 and action = 'try' order by id`,
    [patientId],
  );
  assert.deepEqual(
    rows.map((row) => row.try),
    [
      'Providers chart',
      'Providers entry-history',
      'Patients chart',
      'Patients entry-history',
      'Receptionists chart',
      'Admins chart',
      'Privacy chart',
    ],
  );
});

test('an entry’s history is read in its own chart only', async () => {
  const [patientId, otherId] = [await running.patientInCare(), await running.patientInCare()];
  const entry = await running.add(patientId, penicillin);
  const elsewhere = { patientId: otherId, entryId: entry.entryId };
  await assert.rejects(running.ehr.call('GetEntryHistory', elsewhere, await running.doctor()), {
    kind: 'not-found',
  });
  const { entryId } = elsewhere;
  await assert.rejects(
    running.ehr.call('GetEntryHistory', { entryId }, await running.as('Patients', otherId)),
    { kind: 'not-found' },
  );
});
