import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createHealth } from '@healthbooker/runtime/health';
import type { Logger } from '@healthbooker/runtime/log';
import { createLogger } from '@healthbooker/runtime/log';
import { createMetrics, type Metrics } from '@healthbooker/runtime/metrics';
import { type Pool, query, statement } from '@healthbooker/runtime/postgres';
import { waitForSchema } from '@healthbooker/runtime/schema-gate';
import pg from 'pg';
import { ownerOf } from '../postgres/roles.ts';
import { migrationsDir } from '../services.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { testVariable } from './variables.ts';

const log = createLogger('test', 'silent');
const insufficient_privilege = '42501';

export type KeptTables = {
  /** Tables whose rows stay as they were written. */
  appendOnly: readonly string[];
  /** Tables whose rows change and are never deleted. */
  neverDeleted: readonly string[];
};

/** Opens a service's connections: its `pool.ts`. */
type OpenPool = (options: { url: string; max: number; metrics: Metrics; log: Logger }) => Pool;

/** What a service's role cannot do, even if the service were made to send such a statement. Tried on its own pool. */
export function testRole(service: string, open: OpenPool, { appendOnly, neverDeleted }: KeptTables): void {
  const poolOf = (url: string) => open({ url, max: 2, metrics: createMetrics('test'), log });

  describe(`the role of ${service}`, () => {
    let database: TestDatabase;
    let pool: Pool;
    let columns: Map<string, string>;

    before(async () => {
      database = await testDatabase(service);
      pool = poolOf(database.serviceUrl);
      const { rows } = await pool.query<{ name: string; column: string }>(
        `select c.relname as name, (select attname from pg_attribute where attrelid = c.oid and attnum = 2) as column
         from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`,
      );
      columns = new Map(rows.map(({ name, column }) => [name, column]));
    });
    after(async () => {
      await pool?.end();
      await database?.drop();
    });

    async function refused(text: string): Promise<void> {
      await assert.rejects(query(pool, statement('try', text)), { code: insufficient_privilege }, text);
    }

    test('changes and deletes nothing of what is only ever added', async () => {
      for (const table of appendOnly) {
        const column = columns.get(table);
        await refused(`update ${table} set ${column} = ${column}`);
        await refused(`delete from ${table}`);
        await refused(`select from ${table} for update`);
      }
      for (const table of neverDeleted) await refused(`delete from ${table}`);
    });

    test('empties, changes, drops and takes over no table, and disables no trigger', async () => {
      assert.ok(columns.size >= 3, [...columns.keys()].join());
      for (const [table, column] of columns) {
        await refused(`truncate ${table} cascade`);
        await refused(`alter table ${table} disable trigger all`);
        await refused(`alter table ${table} add column more text`);
        await refused(`alter table ${table} drop column ${column}`);
        await refused(`alter table ${table} rename to other`);
        await refused(`alter table ${table} owner to ${service}`);
        await refused(`drop table ${table} cascade`);
        await refused(`create trigger mine before insert on ${table} execute function refuse_change()`);
        await refused(`create rule mine as on insert to ${table} do instead nothing`);
        await refused(`create index mine on ${table}(${column})`);
        await refused(`create policy mine on ${table}`);
      }
      const { rows } = await pool.query(
        `select format('drop trigger %I on %I', tgname, tgrelid::regclass) as text from pg_trigger where not tgisinternal`,
      );
      for (const { text } of rows) await refused(text);
    });

    test('writes no record of migrations', async () => {
      await refused('delete from schema_migration');
      await refused(`insert into schema_migration(name, run_on) values ('9999-mine', now())`);
    });

    test('makes nothing, not even for itself', async () => {
      await refused('create table mine(id int)');
      await refused('create temporary table mine(id int)');
      await refused('create view mine as select 1');
      await refused('create sequence mine');
      await refused('create schema mine');
      await refused('create extension pgcrypto');
      await refused(`create function mine() returns int language sql as 'select 1'`);
      await refused(`do $$ begin execute 'create table mine(id int)'; end $$`);
      await refused(`create database mine`);
      await refused('create role mine');
      await refused(`create publication mine`);
    });

    test('becomes nobody else, and gives no rights away', async () => {
      await refused(`set role ${ownerOf(service)}`);
      await refused('set role postgres');
      await refused(`set session authorization ${ownerOf(service)}`);
      await refused(`grant ${ownerOf(service)} to ${service}`);
      await refused(`alter role ${service} createrole`);
      await refused(`alter role ${ownerOf(service)} password 'mine'`);
      await refused(`alter database ${new URL(database.url).pathname.slice(1)} owner to ${service}`);
      await refused(`reassign owned by ${ownerOf(service)} to ${service}`);
    });

    test('switches off no check', async () => {
      await refused(`set session_replication_role = 'replica'`);
      await refused(`select set_config('session_replication_role', 'replica', false)`);
      await refused(`alter system set fsync = off`);
      await refused(`select pg_read_file('postgresql.conf')`);
      await refused(`copy schema_migration to program 'cat'`);
    });

    test('has nothing to grant: nobody else holds a right either', async () => {
      const { rows } = await pool.query<{ name: string; grantee: string; privilege: string }>(
        `select c.relname as name, coalesce(pg_get_userbyid(nullif(a.grantee, 0)), 'public') as grantee,
           a.privilege_type as privilege
         from pg_class c cross join lateral aclexplode(c.relacl) a
         where c.relnamespace = 'public'::regnamespace and a.grantee not in (c.relowner, $1::regrole)
            or c.relnamespace = 'public'::regnamespace and a.is_grantable and a.grantee <> c.relowner`,
        [service],
      );
      assert.deepEqual(rows, []);
    });

    test('every function that runs as the owner fixes where it looks for names, and is not for everybody', async () => {
      const { rows } = await pool.query<{ name: string }>(
        `select p.oid::regprocedure::text as name from pg_proc p
         where p.prosecdef and p.pronamespace = 'public'::regnamespace
           and (not exists (select from unnest(p.proconfig) as setting where setting like 'search_path=%')
             or has_function_privilege('public', p.oid, 'execute'))`,
      );
      assert.deepEqual(rows, []);
    });

    test('enters the database of no other service', async () => {
      const other = service === 'ehr' ? 'notification' : 'ehr';
      const elsewhere = await testDatabase(other);
      const url = new URL(elsewhere.serviceUrl);
      const { username, password } = new URL(database.serviceUrl);
      Object.assign(url, { username, password });
      try {
        await assert.rejects(new pg.Client({ connectionString: url.href }).connect(), {
          code: insufficient_privilege,
        });
      } finally {
        await elsewhere.drop();
      }
    });

    test('is the only one of the two that the service serves with', async () => {
      for (const [url, reasons] of [
        [database.serviceUrl, []],
        [database.url, ['schema: the role that connects owns the tables']],
        [
          testVariable('HB_TEST_POSTGRES_URL').replace(/[^/]*$/, new URL(database.url).pathname.slice(1)),
          ['schema: the role that connects owns the tables'],
        ],
      ] as const) {
        const own = poolOf(url);
        const health = createHealth();
        health.started();
        const gate = waitForSchema({ pool: own, dir: migrationsDir(service), health, log });
        const end = performance.now() + 5000;
        while (health.reasons().some((reason) => reason.endsWith('not yet')) && performance.now() < end) {
          await new Promise((done) => setTimeout(done, 20));
        }
        assert.deepEqual(health.reasons(), reasons);
        await gate.close();
        await own.end();
      }
    });
  });
}
