/** What the database refuses, whatever the code does: rows are written past it. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { type TestDatabase, testDatabase } from '@healthbooker/local/test/database';
import pg from 'pg';

const [patientId, entryId, authorId] = [randomUUID(), randomUUID(), randomUUID()];

let database: TestDatabase;
let store: pg.Pool;

before(async () => {
  database = await testDatabase('ehr');
  store = new pg.Pool({ connectionString: database.url });
  await store.query('insert into chart (patient_id, version) values ($1, 1)', [patientId]);
  await store.query(
    `insert into entry (entry_id, version, patient_id, kind, body, release, author_id, recorded_at, chart_version,
       operation_key, request_sha256)
     values ($1, 1, $2, 'condition', '{}', 'now', $3, now(), 1, 'a key', '')`,
    [entryId, patientId, authorId],
  );
  await store.query(announced('version'));
  await store.query(
    `insert into access (at, patient_id, reader_id, role, what, why, trace_id)
     values (now(), $1, $1, 'Patients', 'chart', 'own-record', '')`,
    [patientId],
  );
});
after(async () => {
  await store?.end();
  await database?.drop();
});

for (const table of ['entry', 'access']) {
  const changes = [
    `update ${table} set patient_id = patient_id`,
    `delete from ${table}`,
    `truncate ${table} cascade`,
  ];
  for (const change of changes) {
    test(`${change.split(' set ')[0]}: refused`, async () => {
      await assert.rejects(store.query(change), new RegExp(`${table} is append-only`));
    });
  }
}

/** By constraint: the entry or its announcement once more, with something changed. */
const violations: Readonly<Record<string, string>> = {
  entry_pkey: copied({ chart_version: '2' }),
  entry_patient_id_chart_version_key: copied({ entry_id: 'gen_random_uuid()' }),
  entry_author_id_operation_key_key: copied({
    entry_id: 'gen_random_uuid()',
    chart_version: '2',
    operation_key: 'operation_key',
  }),
  entry_check: copied({ version: '2', chart_version: '2' }),
  outbox_key_version_key: announced('version'),
  outbox_key_version_fkey: announced('version + 1'),
};

function copied(changed: Record<string, string>): string {
  const { entry_id, version, chart_version, operation_key } = {
    entry_id: 'entry_id',
    version: 'version',
    chart_version: 'chart_version',
    operation_key: "'another key'",
    ...changed,
  };
  return `insert into entry (entry_id, version, patient_id, kind, body, release, author_id, recorded_at, chart_version,
      operation_key, request_sha256)
    select ${entry_id}, ${version}, patient_id, kind, body, release, author_id, recorded_at, ${chart_version},
      ${operation_key}, request_sha256
    from entry`;
}

function announced(version: string): string {
  return `insert into outbox (key, version, type, payload, created_at)
    select entry_id, ${version}, 'record.added', '{}', now() from entry`;
}

for (const [constraint, statement] of Object.entries(violations)) {
  test(`${constraint} holds for rows written past the code`, async () => {
    await assert.rejects(store.query(statement), { constraint });
  });
}
