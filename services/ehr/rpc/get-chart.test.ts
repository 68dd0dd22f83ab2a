/** A chart is read by who may, from the cache or not, and each look is on record before it is answered. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { type ServiceProcess, startService } from '@healthbooker/local/test/processes';
import type { EhrServiceDefinition } from '@healthbooker/protos/gen/healthbooker/ehr/v1/EhrService';
import type { EntryBody } from '@healthbooker/protos/gen/healthbooker/ehr/v1/EntryBody';
import type { GrpcClient } from '@healthbooker/runtime/grpc-client';
import { penicillin } from '../test/entries.ts';
import { connect, type RunningEhr, runningEhr } from '../test/running-ehr.ts';

let running: RunningEhr;
let withoutRedis: ServiceProcess;
let redisFails: GrpcClient<EhrServiceDefinition>;
before(async () => {
  running = await runningEhr();
  withoutRedis = await startService('ehr', { ...running.env, REDIS_URL: 'redis://127.0.0.1:9' });
  redisFails = connect(withoutRedis);
});
after(async () => {
  redisFails?.close();
  await withoutRedis?.end();
  await running?.close();
});

test('an entry is read by provider and patient, each look on record, and announced without clinical text', async () => {
  const patientId = await running.patientInCare();
  const entry = await running.add(patientId, penicillin);
  assert.equal(entry.version, 1);
  const forDoctor = await running.ehr.call('GetChart', { patientId }, await running.doctor());
  assert.deepEqual(forDoctor.entries, [entry]);
  assert.equal(forDoctor.chartVersion, 1);
  const forPatient = await running.ehr.call('GetChart', {}, await running.as('Patients', patientId));
  assert.deepEqual(forPatient.entries, [entry]);

  const { events: looks } = await running.ehr.call('ListAccess', {}, await running.as('Patients', patientId));
  const [doctorId] = running.hospital.providers;
  assert.deepEqual(
    looks.map(({ readerId, role, action, what, why }) => ({ readerId, role, action, what, why })),
    [
      { readerId: patientId, role: 'Patients', action: 'read', what: 'chart', why: 'own-record' },
      ...['read chart', 'write entry'].map((did) => {
        const [action = '', what = ''] = did.split(' ');
        return { readerId: doctorId, role: 'Providers', action, what, why: 'care-relationship' };
      }),
    ],
  );
  const [event] = (await running.events.take(1)) as { type: string; data: Record<string, unknown> }[];
  assert.equal(event?.type, 'record.added');
  assert.equal(event?.data['patientId'], patientId);
  assert.equal(event?.data['kind'], 'allergy');
  assert.ok(!JSON.stringify(event).includes('enicillin'));
});

test('a cached chart is put on record as well, and a write shows at once', async () => {
  const patientId = await running.patientInCare();
  await running.add(patientId, penicillin);
  for (let reads = 0; reads < 3; reads++)
    await running.ehr.call('GetChart', { patientId }, await running.doctor());
  const { rows } = await running.store.query(`select from access where patient_id = $1 and what = 'chart'`, [
    patientId,
  ]);
  assert.equal(rows.length, 3);
  await running.add(patientId, {
    medication: { name: 'Bisoprolol', dosage: '2.5 mg once a day', status: 'active' },
  });
  const { entries } = await running.ehr.call('GetChart', { patientId }, await running.doctor());
  assert.equal(entries.length, 2);
});

test('who cannot be put on record reads nothing, cached or not', async () => {
  const patientId = await running.patientInCare();
  const entry = await running.add(patientId, penicillin);
  const history = { patientId, entryId: entry.entryId };
  await running.ehr.call('GetChart', { patientId }, await running.doctor());
  const stranger = await running.as('Providers', running.hospital.providers[1]);
  await running.store.query(
    `alter table access add constraint nobody check (patient_id <> '${patientId}') not valid`,
  );
  try {
    await assert.rejects(running.ehr.call('GetChart', { patientId }, await running.doctor()), {
      kind: 'internal',
    });
    await assert.rejects(redisFails.call('GetChart', { patientId }, await running.doctor()), {
      kind: 'internal',
    });
    await assert.rejects(running.ehr.call('GetEntryHistory', history, await running.doctor()), {
      kind: 'internal',
    });
    await assert.rejects(running.add(patientId, penicillin), { kind: 'internal' });
    await assert.rejects(running.ehr.call('GetChart', { patientId }, stranger), { kind: 'internal' });
  } finally {
    await running.store.query('alter table access drop constraint nobody');
  }
  const { rows } = await running.store.query('select from entry where patient_id = $1', [patientId]);
  assert.equal(rows.length, 1);
});

test('everything works without Redis', async () => {
  const patientId = await running.patientInCare();
  await running.add(patientId, penicillin);
  for (let reads = 0; reads < 2; reads++) {
    assert.equal(
      (await redisFails.call('GetChart', { patientId }, await running.doctor())).entries.length,
      1,
    );
  }
});

test('patients see what was released to them, and no more once it is withdrawn', async () => {
  const patientId = await running.patientInCare();
  const patient = await running.as('Patients', patientId);
  const note: EntryBody = { encounterNote: { text: 'Reviewed the ECG', plan: 'Echo in two weeks' } };
  await running.add(patientId, note, 'RELEASE_NEVER');
  const held = await running.add(patientId, note, 'RELEASE_AFTER_REVIEW');
  assert.equal((await running.ehr.call('GetChart', {}, patient)).entries.length, 0);
  assert.equal((await running.ehr.call('GetChart', { patientId }, await running.doctor())).entries.length, 2);
  const amend = { patientId, entryId: held.entryId, body: note, reason: 'Reviewed' };
  const release = {
    ...amend,
    expectedVersion: 1,
    release: 'RELEASE_NOW',
    operationKey: randomUUID(),
  } as const;
  await running.ehr.call('AmendEntry', release, await running.doctor());
  const seen = await running.ehr.call('GetEntryHistory', { entryId: amend.entryId }, patient);
  assert.deepEqual(
    seen.versions.map(({ version }) => version),
    [2],
  );
  const withdraw = {
    ...amend,
    expectedVersion: 2,
    release: 'RELEASE_NEVER',
    operationKey: randomUUID(),
  } as const;
  await running.ehr.call('AmendEntry', withdraw, await running.doctor());
  assert.equal((await running.ehr.call('GetChart', {}, patient)).entries.length, 0);
  await assert.rejects(running.ehr.call('GetEntryHistory', { entryId: amend.entryId }, patient), {
    kind: 'not-found',
  });
});
