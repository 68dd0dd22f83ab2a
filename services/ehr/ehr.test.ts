import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type TestDatabase, testDatabase } from '@healthbooker/local/test/database';
import { type TestEvents, testEvents } from '@healthbooker/local/test/events';
import { type TestHospital, testHospital } from '@healthbooker/local/test/hospital';
import type { ServiceProcess } from '@healthbooker/local/test/processes';
import { startService } from '@healthbooker/local/test/processes';
import { type TestProfiles, testProfiles } from '@healthbooker/local/test/profiles';
import { writeWorkloadTokens } from '@healthbooker/local/test/system';
import { accessToken, identityEnv } from '@healthbooker/local/test/tokens';
import { testVariable } from '@healthbooker/local/test/variables';
import type { EhrServiceDefinition } from '@healthbooker/protos/gen/healthbooker/ehr/v1/EhrService';
import type { EntryBody } from '@healthbooker/protos/gen/healthbooker/ehr/v1/EntryBody';
import type { Release } from '@healthbooker/protos/gen/healthbooker/ehr/v1/Release';
import { createClient, type GrpcClient } from '@healthbooker/runtime/grpc-client';
import { createMetrics } from '@healthbooker/runtime/metrics';
import { newTrace } from '@healthbooker/runtime/trace';
import pg from 'pg';

const penicillin: EntryBody = {
  allergy: {
    noneKnown: false,
    coding: { system: 'http://snomed.info/sct', code: '91936005', display: 'Allergy to penicillin' },
    substance: 'Penicillin',
    reaction: 'Hives',
    severity: 'moderate',
    clinicalStatus: 'active',
  },
};

let databases: Record<'scheduler' | 'ehr', TestDatabase>;
let events: TestEvents;
let services: ServiceProcess[] = [];
let hospital: TestHospital;
let ehr: GrpcClient<EhrServiceDefinition>;
let store: pg.Pool;
let redisFails: GrpcClient<EhrServiceDefinition>;
let profiles: TestProfiles;
let tokens: string;
let ehrEnv: Record<string, string>;

before(async () => {
  databases = { scheduler: await testDatabase('scheduler'), ehr: await testDatabase('ehr') };
  events = await testEvents();
  hospital = await testHospital(databases.scheduler.url);
  store = new pg.Pool({ connectionString: databases.ehr.url });
  const shared = {
    ...identityEnv(),
    ...events.env,
    REDIS_URL: testVariable('HB_TEST_REDIS_URL'),
    LOG_LEVEL: 'warn',
  };
  const scheduler = await startService('scheduler', {
    ...shared,
    DATABASE_URL: databases.scheduler.serviceUrl,
  });
  services = [scheduler];
  profiles = await testProfiles();
  tokens = await writeWorkloadTokens();
  const peers = { SCHEDULER_ADDRESS: scheduler.address };
  const ownTokens = { WORKLOAD_TOKEN_DIR: join(tokens, 'appointment') };
  const appointment = await startService('appointment', {
    ...shared,
    ...peers,
    ...ownTokens,
    ...profiles.env,
  });
  services = [appointment, scheduler];
  const env = {
    ...shared,
    ...peers,
    DATABASE_URL: databases.ehr.serviceUrl,
    APPOINTMENT_ADDRESS: appointment.address,
    WORKLOAD_TOKEN_DIR: join(tokens, 'ehr'),
  };
  ehrEnv = env;
  const whole = await startService('ehr', env);
  const withoutRedis = await startService('ehr', { ...env, REDIS_URL: 'redis://127.0.0.1:9' });
  services = [whole, withoutRedis, appointment, scheduler];
  ehr = connect(whole);
  redisFails = connect(withoutRedis);
});
after(async () => {
  ehr?.close();
  redisFails?.close();
  await store?.end();
  await hospital?.close();
  for (const service of services) await service.end();
  await events?.remove();
  profiles?.close();
  if (tokens) rmSync(tokens, { recursive: true });
  for (const database of Object.values(databases ?? {})) await database.drop();
});

function connect({ address }: ServiceProcess): GrpcClient<EhrServiceDefinition> {
  const metrics = createMetrics('test');
  return createClient({ protoService: 'healthbooker.ehr.v1.EhrService', address, metrics });
}

async function as(group: string, sub: string) {
  const token = await accessToken({ sub, groups: [group] });
  return { token, deadline: Date.now() + 5000, trace: newTrace() };
}

let visits = 0;

/** A patient whom the first provider of the hospital sees in ten days or a little later, each at another hour. */
async function patientInCare(): Promise<string> {
  const patientId = randomUUID();
  visits += 1;
  const start = new Date(Date.now() + 10 * 864e5 + visits * 3_600_000);
  const [slotId] = await hospital.addSlots(start, 1);
  await hospital.pool.query(`update slot set state = 'booked' where id = $1`, [slotId]);
  await hospital.pool.query(
    `insert into reservation (appointment_id, patient_id, slot_id, during, version, status, sequence, details,
       booked_at, changed_at)
     select $1, $2, id, during, 1, 'booked', 0, '{}', now(), now() from slot where id = $3`,
    [randomUUID(), patientId, slotId],
  );
  return patientId;
}

const doctor = () => as('Providers', hospital.providers[0]);
const add = async (
  patientId: string,
  body: EntryBody,
  release: Release = 'RELEASE_NOW',
  operationKey = randomUUID(),
) => (await ehr.call('AddEntry', { patientId, body, release, operationKey }, await doctor())).entry;
const kindOf = (kind: string) => (err: { kind?: string }) => err.kind === kind;

test('an entry is read by provider and patient, each look on record, and announced without clinical text', async () => {
  const patientId = await patientInCare();
  const entry = await add(patientId, penicillin);
  assert.equal(entry?.version, 1);
  const forDoctor = await ehr.call('GetChart', { patientId }, await doctor());
  assert.deepEqual(forDoctor.entries, [entry]);
  assert.equal(forDoctor.chartVersion, 1);
  const forPatient = await ehr.call('GetChart', {}, await as('Patients', patientId));
  assert.deepEqual(forPatient.entries, [entry]);

  const { events: looks } = await ehr.call('ListAccess', {}, await as('Patients', patientId));
  const [doctorId] = hospital.providers;
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
  const [event] = (await events.take(1)) as { type: string; data: Record<string, unknown> }[];
  assert.equal(event?.type, 'record.added');
  assert.equal(event?.data['patientId'], patientId);
  assert.equal(event?.data['kind'], 'allergy');
  assert.ok(!JSON.stringify(event).includes('enicillin'));
});

test('who acts for a patient reads what the patient may, in a role of their own, and writes nothing', async () => {
  const [patientId, proxyId] = [await patientInCare(), randomUUID()];
  const shown = await add(patientId, penicillin);
  await add(patientId, penicillin, 'RELEASE_NEVER');
  const [proxy, stranger] = [await as('Patients', proxyId), await as('Patients', randomUUID())];
  await assert.rejects(ehr.call('GetChart', { patientId }, proxy), kindOf('not-found'));
  await hospital.pool.query(
    'insert into proxy(id, patient_id, proxy_id, granted_by, since) values ($1, $2, $3, $2, now())',
    [randomUUID(), patientId, proxyId],
  );
  assert.deepEqual((await ehr.call('GetChart', { patientId }, proxy)).entries, [shown]);
  await ehr.call('GetEntryHistory', { patientId, entryId: shown?.entryId ?? '' }, proxy);
  const { events: looks } = await ehr.call('ListAccess', { patientId }, proxy);
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
    ehr.call('GetChart', { patientId: proxyId }, await as('Patients', patientId)),
    kindOf('not-found'),
  );
  await assert.rejects(ehr.call('GetChart', { patientId }, stranger), kindOf('not-found'));
  const both = await accessToken({ sub: proxyId, groups: ['Patients', 'Providers'] });
  const request = {
    patientId,
    body: penicillin,
    release: 'RELEASE_NOW',
    operationKey: randomUUID(),
  } as const;
  await assert.rejects(ehr.call('AddEntry', request, { ...proxy, token: both }), kindOf('not-found'));
  await hospital.pool.query('update proxy set ended_at = now() where proxy_id = $1', [proxyId]);
  await assert.rejects(ehr.call('GetChart', { patientId }, proxy), kindOf('not-found'));
});

test('a cached chart is put on record as well, and a write shows at once', async () => {
  const patientId = await patientInCare();
  await add(patientId, penicillin);
  for (let reads = 0; reads < 3; reads++) await ehr.call('GetChart', { patientId }, await doctor());
  const { rows } = await store.query(`select from access where patient_id = $1 and what = 'chart'`, [
    patientId,
  ]);
  assert.equal(rows.length, 3);
  await add(patientId, { medication: { name: 'Bisoprolol', dosage: '2.5 mg once a day', status: 'active' } });
  const { entries } = await ehr.call('GetChart', { patientId }, await doctor());
  assert.equal(entries.length, 2);
});

test('who cannot be put on record reads nothing, cached or not', async () => {
  const patientId = await patientInCare();
  const entry = await add(patientId, penicillin);
  const history = { patientId, entryId: entry?.entryId ?? '' };
  await ehr.call('GetChart', { patientId }, await doctor());
  const stranger = await as('Providers', hospital.providers[1]);
  await store.query(
    `alter table access add constraint nobody check (patient_id <> '${patientId}') not valid`,
  );
  try {
    await assert.rejects(ehr.call('GetChart', { patientId }, await doctor()), kindOf('internal'));
    await assert.rejects(redisFails.call('GetChart', { patientId }, await doctor()), kindOf('internal'));
    await assert.rejects(ehr.call('GetEntryHistory', history, await doctor()), kindOf('internal'));
    await assert.rejects(add(patientId, penicillin), kindOf('internal'));
    await assert.rejects(ehr.call('GetChart', { patientId }, stranger), kindOf('internal'));
  } finally {
    await store.query('alter table access drop constraint nobody');
  }
  const { rows } = await store.query('select from entry where patient_id = $1', [patientId]);
  assert.equal(rows.length, 1);
});

test('an entry’s history is read in its own chart only', async () => {
  const [patientId, otherId] = [await patientInCare(), await patientInCare()];
  const entry = await add(patientId, penicillin);
  const elsewhere = { patientId: otherId, entryId: entry?.entryId ?? '' };
  await assert.rejects(ehr.call('GetEntryHistory', elsewhere, await doctor()), kindOf('not-found'));
  const { entryId } = elsewhere;
  await assert.rejects(
    ehr.call('GetEntryHistory', { entryId }, await as('Patients', otherId)),
    kindOf('not-found'),
  );
});

test('everything works without Redis', async () => {
  const patientId = await patientInCare();
  await add(patientId, penicillin);
  for (let reads = 0; reads < 2; reads++) {
    assert.equal((await redisFails.call('GetChart', { patientId }, await doctor())).entries.length, 1);
  }
});

test('a chart does not exist for whoever has no business with it, and each attempt is on record', async () => {
  const patientId = await patientInCare();
  const entry = await add(patientId, penicillin);
  const strangers = [await as('Providers', hospital.providers[1]), await as('Patients', randomUUID())];
  for (const stranger of strangers) {
    await assert.rejects(ehr.call('GetChart', { patientId }, stranger), kindOf('not-found'));
    const history = { patientId, entryId: entry?.entryId ?? '' };
    await assert.rejects(ehr.call('GetEntryHistory', history, stranger), kindOf('not-found'));
  }
  for (const group of ['Receptionists', 'Admins', 'Privacy']) {
    const caller = await as(group, randomUUID());
    await assert.rejects(ehr.call('GetChart', { patientId }, caller), kindOf('forbidden'));
  }
  const unknown = {
    patientId: randomUUID(),
    body: penicillin,
    release: 'RELEASE_NOW',
    operationKey: randomUUID(),
  } as const;
  await assert.rejects(ehr.call('AddEntry', unknown, await doctor()), kindOf('not-found'));
  await assert.rejects(ehr.call('GetChart', { patientId: 'x' }, await doctor()), kindOf('not-found'));
  const { rows } = await store.query(
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

test('an amendment is a new version with its reason; a stale one is refused and changes nothing', async () => {
  const patientId = await patientInCare();
  const entry = await add(patientId, penicillin);
  const refuted = { allergy: { ...penicillin.allergy, clinicalStatus: 'refuted' } };
  const amendment = {
    patientId,
    entryId: entry?.entryId ?? '',
    expectedVersion: 1,
    body: refuted,
    release: 'RELEASE_NOW',
    reason: 'Tolerated amoxicillin under supervision',
    operationKey: randomUUID(),
  } as const;
  const { entry: second } = await ehr.call('AmendEntry', amendment, await doctor());
  assert.equal(second?.version, 2);
  const stale = { ...amendment, operationKey: randomUUID() };
  await assert.rejects(ehr.call('AmendEntry', stale, await doctor()), kindOf('conflict'));
  const otherKind = { ...stale, expectedVersion: 2, body: { encounterNote: { text: 'A note' } } };
  await assert.rejects(ehr.call('AmendEntry', otherKind, await doctor()), kindOf('invalid'));
  await assert.rejects(ehr.call('AmendEntry', { ...stale, reason: ' ' }, await doctor()), kindOf('invalid'));

  const { versions } = await ehr.call('GetEntryHistory', amendment, await as('Patients', patientId));
  assert.deepEqual(
    versions.map(({ version, amendReason, body }) => [version, amendReason, body?.allergy?.clinicalStatus]),
    [
      [1, '', 'active'],
      [2, 'Tolerated amoxicillin under supervision', 'refuted'],
    ],
  );
});

test('two amendments of one version at once: one is written', async () => {
  const patientId = await patientInCare();
  const entry = await add(patientId, penicillin);
  const caller = await doctor();
  const outcomes = await Promise.allSettled(
    Array.from({ length: 12 }, (_, index) =>
      ehr.call(
        'AmendEntry',
        {
          patientId,
          entryId: entry?.entryId ?? '',
          expectedVersion: 1,
          body: penicillin,
          release: 'RELEASE_NOW',
          reason: `Attempt ${index}`,
          operationKey: randomUUID(),
        },
        caller,
      ),
    ),
  );
  const refused = outcomes.flatMap((one) => (one.status === 'rejected' ? one.reason.kind : []));
  assert.deepEqual(refused, Array(11).fill('conflict'));
});

test('a repeated request is answered with what it wrote, also at once; its key serves no other request', async () => {
  const patientId = await patientInCare();
  const key = randomUUID();
  const twice = await Promise.all([1, 2, 3].map(() => add(patientId, penicillin, 'RELEASE_NOW', key)));
  assert.equal(new Set(twice.map((entry) => entry?.entryId)).size, 1);
  const { rows } = await store.query('select from entry where patient_id = $1', [patientId]);
  assert.equal(rows.length, 1);
  await assert.rejects(add(patientId, penicillin, 'RELEASE_NEVER', key), kindOf('idempotency-mismatch'));
});

test('patients see what was released to them, and no more once it is withdrawn', async () => {
  const patientId = await patientInCare();
  const patient = await as('Patients', patientId);
  const note: EntryBody = { encounterNote: { text: 'Reviewed the ECG', plan: 'Echo in two weeks' } };
  await add(patientId, note, 'RELEASE_NEVER');
  const held = await add(patientId, note, 'RELEASE_AFTER_REVIEW');
  assert.equal((await ehr.call('GetChart', {}, patient)).entries.length, 0);
  assert.equal((await ehr.call('GetChart', { patientId }, await doctor())).entries.length, 2);
  const amend = { patientId, entryId: held?.entryId ?? '', body: note, reason: 'Reviewed' };
  const release = {
    ...amend,
    expectedVersion: 1,
    release: 'RELEASE_NOW',
    operationKey: randomUUID(),
  } as const;
  await ehr.call('AmendEntry', release, await doctor());
  const seen = await ehr.call('GetEntryHistory', { entryId: amend.entryId }, patient);
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
  await ehr.call('AmendEntry', withdraw, await doctor());
  assert.equal((await ehr.call('GetChart', {}, patient)).entries.length, 0);
  await assert.rejects(ehr.call('GetEntryHistory', { entryId: amend.entryId }, patient), kindOf('not-found'));
});

test('a malformed entry is refused with its fields named, and nothing is written', async () => {
  const patientId = await patientInCare();
  const bad: [EntryBody, string][] = [
    [{}, ''],
    [{ encounterNote: { text: '  ' } }, 'body.text'],
    [{ encounterNote: { text: 'x'.repeat(20_001) } }, 'body.text'],
    [{ allergy: { noneKnown: false, clinicalStatus: 'active' } }, 'body.substance'],
    [{ allergy: { noneKnown: true, substance: 'Latex' } }, 'body.noneKnown'],
    [
      { allergy: { ...penicillin.allergy, coding: { system: 'http://snomed.info/sct', code: '91936006' } } },
      'body.coding',
    ],
    [{ condition: { term: 'Asthma', clinicalStatus: 'sometimes' } }, 'body.clinicalStatus'],
    [{ condition: { term: 'Asthma', clinicalStatus: 'active', onsetDate: '2026-02-30' } }, 'body.onsetDate'],
    [
      { observation: { name: 'Weight', value: 80, unit: 'stone', observedAt: '2026-01-01T00:00:00Z' } },
      'body.unit',
    ],
    [
      { observation: { name: 'Weight', value: Number.NaN, unit: 'kg', observedAt: '2026-01-01T00:00:00Z' } },
      'body.value',
    ],
  ];
  for (const [body, field] of bad) {
    await assert.rejects(add(patientId, body), (err: { kind?: string; fields?: { field: string }[] }) => {
      assert.equal(err.kind, 'invalid', JSON.stringify(body));
      if (field !== '')
        assert.deepEqual(
          err.fields?.map((each) => each.field).includes(field),
          true,
          JSON.stringify(err.fields),
        );
      return true;
    });
  }
  const { rows } = await store.query('select from entry where patient_id = $1', [patientId]);
  assert.equal(rows.length, 0);
});

test('who looked is listed in pages', async () => {
  const patientId = await patientInCare();
  const patient = await as('Patients', patientId);
  for (let reads = 0; reads < 5; reads++) await ehr.call('GetChart', {}, patient);
  const first = await ehr.call('ListAccess', { pageSize: 3 }, patient);
  const second = await ehr.call('ListAccess', { pageSize: 3, pageToken: first.nextPageToken }, patient);
  assert.deepEqual([first.events.length, second.events.length, second.nextPageToken], [3, 2, '']);
  await assert.rejects(ehr.call('ListAccess', { pageSize: 101 }, patient), kindOf('invalid'));
  await assert.rejects(ehr.call('ListAccess', { pageToken: 'abc' }, patient), kindOf('invalid'));
});

test('a follower that is killed at any point repeats and loses nothing of what the scheduler put on record', async () => {
  const patientId = randomUUID();
  await hospital.pool.query(
    `insert into access(at, patient_id, reader_id, reader_name, role, action, what, why, trace_id)
     select now(), $1, $1, 'Reader ' || n, 'Patients', 'read', 'visit', 'own-record', '' from generate_series(1, 4000) n`,
    [patientId],
  );
  const database = await testDatabase('ehr');
  const own = new pg.Pool({ connectionString: database.url });
  const env = { ...ehrEnv, DATABASE_URL: database.serviceUrl };
  const count = async () => {
    const { rows } = await own.query(
      `select count(*)::int as taken, count(distinct reader_name)::int as readers from access where patient_id = $1`,
      [patientId],
    );
    return rows[0] as { taken: number; readers: number };
  };
  try {
    const partly: number[] = [];
    for (let kills = 0; kills < 3; kills++) {
      const before = (await count()).taken;
      const follower = await startService('ehr', env);
      while ((await count()).taken === before && before < 4000) await sleep(5);
      await follower.end('SIGKILL');
      partly.push((await count()).taken);
    }
    const last = await startService('ehr', env);
    for (const end = Date.now() + 20_000; (await count()).taken < 4000; await sleep(50)) {
      assert.ok(Date.now() < end, `${(await count()).taken} after kills at ${partly}`);
    }
    await last.end();
    assert.deepEqual(await count(), { taken: 4000, readers: 4000 });
    assert.ok(
      partly.some((taken) => taken > 0 && taken < 4000),
      `killed in the middle: ${partly}`,
    );
  } finally {
    await own.end();
    await database.drop();
  }
});
