import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dumpSchema } from '@healthbooker/runtime/schema-dump';
import { testDatabase } from './database.ts';

/**
 * Fails unless a service's committed schema.generated.sql is what its migrations make. With HB_WRITE_SCHEMA=1 it is
 * written anew.
 */
export async function checkSchema(service: string): Promise<void> {
  const file = new URL(`../../${service}/schema.generated.sql`, import.meta.url);
  const database = await testDatabase(service);
  try {
    const schema = await dumpSchema(database.url);
    if (process.env['HB_WRITE_SCHEMA'] === '1') writeFileSync(file, schema);
    assert.equal(existsSync(file) ? readFileSync(file, 'utf8') : '', schema);
  } finally {
    await database.drop();
  }
}
