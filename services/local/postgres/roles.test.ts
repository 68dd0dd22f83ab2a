import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { testDatabase } from '../test/database.ts';
import { rightsNeeded } from '../test/rights.ts';
import { testVariable } from '../test/variables.ts';
import { ensureServiceDatabase, ownerOf } from './roles.ts';

test('a database whose tables the service owns is handed to the owner, rows and all, and served from then on', async () => {
  const server = testVariable('HB_TEST_POSTGRES_URL');
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  // Roles belong to the whole server: this service is made up, so that no other test has it.
  const service = `old_${process.pid}`;
  const passwords = { service: 'a', owner: 'b' };
  await admin.query(`create role ${service} login password 'x'`);
  await admin.query(`create database ${service} owner ${service}`);
  const inside = new URL(server);
  inside.pathname = `/${service}`;
  const { username, password } = new URL(`postgres://${service}:x@h`);
  const before = new pg.Client({
    connectionString: Object.assign(new URL(inside), { username, password }).href,
  });
  try {
    await before.connect();
    await before.query(
      'create table note(text text); create sequence counter; create view notes as select * from note',
    );
    await before.query(`insert into note values ('kept')`);
    await before.end();

    for (let times = 0; times < 2; times += 1) {
      const { url, ownerUrl } = await ensureServiceDatabase(server, service, passwords);
      const owner = new pg.Client({ connectionString: ownerUrl });
      await owner.connect();
      const { rows } = await owner.query(
        `select distinct pg_get_userbyid(relowner) as owner from pg_class where relnamespace = 'public'::regnamespace`,
      );
      assert.deepEqual(rows, [{ owner: ownerOf(service) }]);
      await owner.query(`grant select on note to ${service}`);
      await owner.query('create extension if not exists btree_gist');
      await owner.end();
      const served = new pg.Client({ connectionString: url });
      await served.connect();
      assert.deepEqual((await served.query('select text from note')).rows, [{ text: 'kept' }]);
      await assert.rejects(served.query('drop view notes'), { code: '42501' });
      await served.end();
    }
  } finally {
    await admin.query(`drop database if exists ${service} with (force)`);
    await admin.query(`drop role if exists ${service}, ${ownerOf(service)}`);
    await admin.end();
  }
});

test('a table that is new and grants nothing is missed by the check of rights', async () => {
  const database = await testDatabase('notification');
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    await client.query('create table note(id bigserial primary key, text text)');
    await client.query('create view note_view as select text from note');
    const needs = (text: string) => rightsNeeded(client, [{ name: 'new', text }]);
    assert.deepEqual(await needs('insert into note(text) values ($1) returning id'), [
      'insert, select on note',
      'usage on sequence note_id_seq',
    ]);
    assert.deepEqual(await needs('select from note where id = $1 for update'), ['select, update on note']);
    assert.deepEqual(await needs('select text from note_view'), ['select on note_view']);
    assert.deepEqual(await needs('with gone as (delete from note returning text) select text from gone'), [
      'delete, select on note',
    ]);
    assert.deepEqual(
      await needs(
        'insert into note(id, text) values ($1, $2) on conflict (id) do update set text = excluded.text',
      ),
      ['insert, select, update on note', 'usage on sequence note_id_seq'],
    );
    assert.deepEqual(await needs('select 1'), []);
  } finally {
    await client.end();
    await database.drop();
  }
});
