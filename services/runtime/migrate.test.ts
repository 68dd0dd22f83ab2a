import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import pg from 'pg';
import { createLogger } from './log.ts';
import { createMetrics } from './metrics.ts';
import { isMigrated, migrate } from './migrate.ts';
import { openPool } from './postgres.ts';
import { dumpSchema } from './schema-dump.ts';

const store = new URL(process.env['HB_TEST_POSTGRES_URL'] ?? '');
const database = `runtime_migrate_${process.pid}`;
const url = new URL(store);
url.pathname = `/${database}`;
const admin = new pg.Client({ connectionString: store.href });
let dir = '';

before(() => admin.connect());
beforeEach(async () => {
  await admin.query(`drop database if exists ${database} with (force)`);
  await admin.query(`create database ${database}`);
  dir = await mkdtemp(join(tmpdir(), 'migrations-'));
  await writeFile(
    join(dir, '0001-people.sql'),
    `create table person(id uuid primary key, born date null, score numeric(4,1) not null default 0.0);
     create index person_by_birth on person(born) where born is not null;`,
  );
});
after(async () => {
  await admin.query(`drop database if exists ${database} with (force)`);
  await admin.end();
  await rm(dir, { recursive: true });
});

test('applies each file once, whoever comes first', async () => {
  const metrics = createMetrics('test');
  const log = createLogger('test', 'silent');
  const pool = openPool({ url: url.href, max: 2, name: 'test', metrics, log });
  assert.equal(await isMigrated(pool, dir), false);
  const runs = await Promise.all([1, 2, 3].map(() => migrate({ url: url.href, dir })));
  assert.deepEqual(runs.flat(), ['0001-people']);
  assert.equal(await isMigrated(pool, dir), true);
  await writeFile(join(dir, '0002-phone.sql'), 'alter table person add phone text;');
  assert.equal(await isMigrated(pool, dir), false);
  assert.deepEqual(await migrate({ url: url.href, dir }), ['0002-phone']);
  await pool.end();
});

test('a failing migration changes nothing', async () => {
  await migrate({ url: url.href, dir });
  await writeFile(join(dir, '0002-broken.sql'), 'alter table person add phone text; select 1/0;');
  await assert.rejects(migrate({ url: url.href, dir }), /division by zero/);
  assert.doesNotMatch(await dumpSchema(url.href), /phone/);
});

test('waits for a busy table no longer than the lock timeout', async () => {
  await migrate({ url: url.href, dir });
  await writeFile(join(dir, '0002-phone.sql'), 'alter table person add phone text;');
  const reader = new pg.Client({ connectionString: url.href });
  await reader.connect();
  await reader.query('begin; select from person');
  await assert.rejects(migrate({ url: url.href, dir, lockTimeoutMs: 100 }), { kind: 'unavailable' });
  await reader.end();
});

test('refuses a way back and a name without number', async () => {
  await writeFile(join(dir, '0002-x.sql'), 'select 1;\n-- Down Migration\nselect 2;');
  await assert.rejects(migrate({ url: url.href, dir }), /forward only/);
  await rm(join(dir, '0002-x.sql'));
  await writeFile(join(dir, 'later.sql'), 'select 1;');
  await assert.rejects(migrate({ url: url.href, dir }), /name it 0001/);
});

test('the dump shows tables, constraints and indexes and nothing of an extension', async () => {
  await writeFile(
    join(dir, '0002-stay.sql'),
    `create extension btree_gist;
     create table stay(id bigserial primary key, person_id uuid not null references person, during tstzrange not null,
       exclude using gist(person_id with =, during with &&));
     create view stays as select id from stay;`,
  );
  await migrate({ url: url.href, dir });
  const dump = await dumpSchema(url.href);
  assert.match(dump, /create extension btree_gist;/);
  assert.match(
    dump,
    /create table person \(\n {2}id uuid not null,\n {2}born date,\n {2}score numeric\(4,1\) default 0\.0 not null\n\);/,
  );
  assert.match(dump, /alter table stay add constraint stay_person_id_during_excl EXCLUDE USING gist/);
  assert.match(dump, /CREATE INDEX person_by_birth ON (public\.)?person/);
  assert.match(dump, /create view stays as/);
  assert.doesNotMatch(dump, /gbt_|schema_migration/);
  assert.equal(dump, await dumpSchema(url.href));
});
