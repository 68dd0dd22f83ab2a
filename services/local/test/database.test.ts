import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { testDatabase } from './database.ts';

test('each test gets a migrated database of its own, also when asked at once', async () => {
  const databases = await Promise.all(Array.from({ length: 4 }, () => testDatabase('notification')));
  assert.equal(new Set(databases.map(({ url }) => url)).size, 4);
  for (const { url, drop } of databases) {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<{ table: string | null }>(
      `select to_regclass('message')::text as table`,
    );
    await client.end();
    assert.deepEqual(rows, [{ table: 'message' }]);
    await drop();
    await assert.rejects(new pg.Client({ connectionString: url }).connect(), { code: '3D000' });
  }
});
