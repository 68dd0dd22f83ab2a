import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { testDatabase } from '../test/database.ts';
import { runChecks, withDatabase } from './sql.ts';

test('the checks of every service fit its tables, and an empty system is whole', async () => {
  for (const service of ['scheduler', 'ehr', 'notification'] as const) {
    const database = await testDatabase(service);
    const stores = { databases: { [service]: database.url } };
    assert.deepEqual(await runChecks(stores, 'always'), [], service);
    assert.deepEqual(await runChecks(stores, 'settled'), [], service);
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
  assert.deepEqual(await runChecks({ databases: { ehr: url } }, 'always'), [
    { broken: 'ehr: chart version differs from its entries', id: patient },
    { broken: 'ehr: could be overwritten', id: 'entry_is_append_only' },
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
