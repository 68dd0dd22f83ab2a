import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { testDatabase } from '@healthbooker/local/test/database';
import { dumpSchema } from '@healthbooker/runtime/schema-dump';

const file = new URL('./schema.generated.sql', import.meta.url);

/** `HB_WRITE_SCHEMA=1 node services/local/test/run.ts services/notification/schema.test.ts` writes it anew. */
test('the committed schema is what the migrations make', async (t) => {
  const database = await testDatabase('notification');
  t.after(database.drop);
  const schema = await dumpSchema(database.url);
  if (process.env['HB_WRITE_SCHEMA'] === '1') writeFileSync(file, schema);
  assert.equal(readFileSync(file, 'utf8'), schema);
});
