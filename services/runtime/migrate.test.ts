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

/** Copies the key of each row into `copied`, two rows at a step. */
const inSteps = `-- In steps: two at a time.
with page as (select id from stay where id > $1::uuid order by id limit 2),
done as (update stay s set copied = s.note from page where s.id = page.id and s.copied is null)
select max(id::text) as last from page`;

async function madeInSteps(rows: number): Promise<pg.Client> {
  await writeFile(
    join(dir, '0002-stay.sql'),
    'create table stay(id uuid primary key, note text, copied text)',
  );
  await migrate({ url: url.href, dir });
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(
    `insert into stay select gen_random_uuid(), case when n = $1 then 'last' else 'x' end from generate_series(1, $1::int) n`,
    [rows],
  );
  await writeFile(join(dir, '0003-copy.sql'), inSteps);
  await writeFile(join(dir, '0004-all.sql'), 'alter table stay alter column copied set not null');
  return client;
}

test('a migration in steps sees to every row, each step by itself, before what comes after it', async () => {
  const client = await madeInSteps(7);
  const runs = await Promise.all([1, 2].map(() => migrate({ url: url.href, dir })));
  assert.deepEqual(runs.flat(), ['0003-copy', '0004-all']);
  const { rows } = await client.query(
    'select count(distinct xmin::text)::int as steps, count(*)::int as copied from stay where copied = note',
  );
  assert.deepEqual(rows, [{ steps: 4, copied: 7 }]);
  assert.deepEqual(await migrate({ url: url.href, dir }), []);
  await client.end();
});

test('one that ends in the middle keeps what it has done, is not recorded, and goes on the next time', async () => {
  const client = await madeInSteps(7);
  // Somebody holds the last row for longer than a migration waits.
  await client.query('begin');
  await client.query('select id from stay order by id desc limit 1 for update');
  await assert.rejects(migrate({ url: url.href, dir, lockTimeoutMs: 100 }), { kind: 'unavailable' });
  const copied = await client.query('select count(*)::int as n from stay where copied is not null');
  assert.equal(copied.rows[0].n, 6);
  await client.query('rollback');
  assert.deepEqual(await migrate({ url: url.href, dir }), ['0003-copy', '0004-all']);
  await client.end();
});
