import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { testDatabase } from '../test/database.ts';
import { withDatabase } from './sql.ts';
import { findIn } from './subjects.ts';
import { verify } from './verify.ts';

test('the checks of every service fit its tables, and an empty system is whole', async () => {
  for (const service of ['scheduler', 'ehr', 'notification'] as const) {
    const database = await testDatabase(service);
    await withDatabase(database.url, async (client) => {
      for (const when of ['always', 'settled'] as const) {
        for (const since of [undefined, new Date(0)]) {
          assert.deepEqual(await findIn(client, service, when, { now: new Date(), since }), [], service);
        }
      }
    });
    await database.drop();
  }
});

test('a chart that could be overwritten, and one that was, are found', async () => {
  const { url, drop } = await testDatabase('ehr');
  const patient = '5c8f4a52-3b0f-4f7e-9a51-0d3f3c1d2e10';
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await owner.query(`insert into chart (patient_id, version) values ('${patient}', 2)`);
  await owner.query('alter table entry disable trigger entry_is_append_only');
  await owner.end();
  assert.deepEqual(await verify({ databases: { ehr: url } }, { settle_ms: 0 }), [
    { broken: 'ehr: could be overwritten', id: 'entry_is_append_only' },
    { broken: 'ehr: chart version differs from its entries', id: patient },
  ]);
  await drop();
});

test('a check changes nothing, though it connects as the owner', async () => {
  const { url, drop } = await testDatabase('ehr');
  await assert.rejects(
    withDatabase(url, (client) => client.query('delete from chart')),
    { code: '25006' },
  );
  await drop();
});
