import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import pg from 'pg';
import { baseBackup } from './base-backup.ts';

const url = process.env['HB_TEST_POSTGRES_URL'] ?? '';
const folder = mkdtempSync(join(tmpdir(), 'base-backup-'));
after(() => rmSync(folder, { recursive: true }));

test('a base backup has every file of the cluster, whole, and the log to start from it', async () => {
  await baseBackup(url, folder);
  assert.equal(readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim(), '18');
  assert.match(readFileSync(join(folder, 'backup_label'), 'utf8'), /^LABEL: standby$/m);
  // 8192 is the size of a control file, and what every page of a table is a multiple of.
  assert.equal(statSync(join(folder, 'global/pg_control')).size, 8192);
  assert.ok(readdirSync(join(folder, 'pg_wal')).some((name) => /^[0-9A-F]{24}$/.test(name)));
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ path: string }>("select pg_relation_filepath('pg_proc') as path");
  await client.end();
  const size = statSync(join(folder, rows[0]?.path ?? '')).size;
  assert.ok(size > 0 && size % 8192 === 0, `${size} bytes`);
});

test('a role that may not replicate is told so', async () => {
  const wrong = new URL(url);
  wrong.password = 'wrong';
  await assert.rejects(baseBackup(wrong.href, folder), /password authentication failed/);
});
