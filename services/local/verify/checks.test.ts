import assert from 'node:assert/strict';
import { test } from 'node:test';
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
  await withDatabase(url, async (client) => {
    await client.query(`insert into chart (patient_id, version) values ('${patient}', 2)`);
    await client.query('alter table entry disable trigger entry_is_append_only');
  });
  assert.deepEqual(await runChecks({ databases: { ehr: url } }, 'always'), [
    { broken: 'ehr: chart version differs from its entries', id: patient },
    { broken: 'ehr: could be overwritten', id: 'entry_is_append_only' },
  ]);
  await drop();
});
