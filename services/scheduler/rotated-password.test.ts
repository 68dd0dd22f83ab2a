/** The password of the scheduler's role is changed while it runs. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { testVariable } from '@healthbooker/local/test/variables';
import pg from 'pg';
import { aPatient, makeBed, startOn, type TestBed, type TestScheduler } from './test/service.ts';

/** The scheduler's own role is shared by every test of this run: this one has the same rights, and a password to change. */
const role = `scheduler_${process.pid}`;
const admin = new pg.Client({ connectionString: testVariable('HB_TEST_POSTGRES_URL') });
const dir = mkdtempSync(join(tmpdir(), 'password-'));
const file = join(dir, 'password');
let bed: TestBed;
let scheduler: TestScheduler;

before(async () => {
  await admin.connect();
  bed = await makeBed();
  await admin.query(`create role ${role} login password 'first' in role scheduler`);
  writeFileSync(file, 'first');
  const url = new URL(bed.env['DATABASE_URL'] ?? '');
  url.username = role;
  url.password = '';
  scheduler = await startOn(bed, { DATABASE_URL: url.href, DATABASE_PASSWORD_FILE: file });
});
after(async () => {
  await scheduler?.close();
  await bed?.remove();
  await admin.query(`drop role if exists ${role}`);
  await admin.end();
  rmSync(dir, { recursive: true });
});

test('until the new one is in its file callers are told to come back; from then on they are served, without a restart', async () => {
  const patient = await aPatient();
  const ask = () => scheduler.call('GetDirectory', {}, patient.as());
  assert.ok((await ask()).specialties.length > 0);

  await admin.query(`alter role ${role} password 'second'`);
  // Sessions that are open go on; those that end need the new password.
  assert.ok((await ask()).specialties.length > 0);
  await admin.query('select pg_terminate_backend(pid, 2000) from pg_stat_activity where usename = $1', [
    role,
  ]);
  for (let tries = 0; tries < 3; tries += 1) {
    await assert.rejects(ask(), { kind: 'unavailable', retryAfterMs: 1000 });
  }

  writeFileSync(file, 'second');
  assert.ok((await ask()).specialties.length > 0);
});
