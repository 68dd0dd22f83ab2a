import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { Size } from '../size.ts';

/** Says how long a step took. */
export type Tell = (line: string) => void;

const BATCH = 5000;

/** A connection; one that is ended from outside fails what is being asked for on it, and not the process. */
export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** Makes the schema `aged`, where what a fill goes by stands until it ends: the sizes and what is drawn from the seed. */
export async function beginStaging(client: pg.Client, size: Size): Promise<void> {
  await client.query(
    "set synchronous_commit = off; set maintenance_work_mem = '512MB'; set work_mem = '64MB'",
  );
  await client.query('drop schema if exists aged cascade; create schema aged');
  const columns = {
    as_of: `'${size.asOf.toISOString()}'::timestamptz`,
    clones: size.clones,
    patients: size.patients,
    waiting: size.waiting,
    long_charts: size.longCharts,
    long_entries: size.longEntries,
    referrals: size.referrals,
    proxies: size.proxies,
    event_days: size.event_days,
    sent_days: size.sent_days,
    words_days: size.words_days,
  };
  await client.query(
    `create table aged.size as select ${Object.entries(columns).map(([name, value]) => `${value} as ${name}`)}`,
  );
  // Ids and lots hang on the seed and on nothing else.
  await client.query(readSql(import.meta.url, 'staging.sql').replaceAll(':seed', String(size.seed)));
}

/**
 * Runs the steps of a script, which begin with a line `-- step: what it does`. One that begins with `-- also:` runs in a
 * connection of its own at the same time as the one before it.
 */
export async function runSteps(url: string, client: pg.Client, script: string, tell: Tell): Promise<void> {
  const parts = script.split(/^-- (step|also): /m).slice(1);
  const helper = await connect(url);
  const run = async (on: pg.Client, step: string) => {
    const began = performance.now();
    await on.query(`-- ${step}`);
    tell(`${step.slice(0, step.indexOf('\n'))} ${secondsSince(began)}`);
  };
  try {
    await prepareForBulk(helper);
    for (let at = 0; at < parts.length; at += 2) {
      const [step = '', next, also = ''] = [parts[at + 1], parts[at + 2], parts[at + 3]];
      if (parts[at] === 'also') continue;
      await Promise.all([run(client, step), next === 'also' && run(helper, also)]);
    }
  } finally {
    await helper.end();
  }
}

const secondsSince = (began: number) => `${((performance.now() - began) / 1000).toFixed(1)} s`;

/** Data that is made anew when anything fails need not be on disk at each commit. */
async function prepareForBulk(client: pg.Client): Promise<void> {
  await client.query(
    "set synchronous_commit = off; set maintenance_work_mem = '512MB'; set work_mem = '128MB'; set max_parallel_maintenance_workers = 0",
  );
}

export function readSql(importMetaUrl: string, path: string): string {
  return readFileSync(fileURLToPath(new URL(path, importMetaUrl)), 'utf8');
}

/** Makes a table of the schema `aged` from rows as JSON has them. `columns`: as in `create table`. */
export async function stage(
  client: pg.Client,
  table: string,
  columns: string,
  rows: readonly object[],
): Promise<void> {
  await client.query(`create table aged.${table}(${columns})`);
  for (let at = 0; at < rows.length; at += BATCH) {
    await client.query(
      `insert into aged.${table} select * from jsonb_populate_recordset(null::aged.${table}, $1::jsonb)`,
      [JSON.stringify(rows.slice(at, at + BATCH))],
    );
  }
  await client.query(`analyze aged.${table}`);
}

type Definition = { drop: string; create: string; weight: number };

/**
 * Takes the keys, indexes and references off every table for as long as `work` fills them, and puts all back, which
 * checks each row: those of one table after the other, in two connections.
 */
export async function withoutIndexes(
  url: string,
  client: pg.Client,
  work: () => Promise<void>,
  tell: Tell,
): Promise<void> {
  const { rows } = await client.query<Definition>(definitions);
  const byWeight = (weight: number) => rows.filter((row) => row.weight === weight);
  for (const weight of [3, 2, 1]) for (const { drop } of byWeight(weight)) await client.query(drop);
  await work();
  const began = performance.now();
  const helper = await connect(url);
  try {
    await prepareForBulk(helper);
    for (const weight of [1, 2, 3]) {
      const waiting = byWeight(weight);
      // References lock two tables each, so one connection makes them.
      const hands = weight === 3 ? [client] : [client, helper];
      await Promise.all(
        hands.map(async (hand) => {
          for (let next = waiting.shift(); next; next = waiting.shift()) await hand.query(next.create);
        }),
      );
    }
  } finally {
    await helper.end();
  }
  tell(`indexes and constraints ${secondsSince(began)}`);
}

/**
 * Keys and exclusions with their indexes (1), other indexes (2), references (3), and the triggers that look a slot up as a
 * reference would, without its index (3): the fill writes what they copy.
 */
const definitions = `
  select format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname) as drop,
    format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) as create,
    case when c.contype = 'f' then 3 else 1 end as weight
  from pg_constraint c join pg_class t on t.oid = c.conrelid
  where c.connamespace = 'public'::regnamespace and c.contype in ('p', 'u', 'x', 'f') and c.conparentid = 0
    and t.relname <> 'schema_migration'
  union all
  select format('drop index %s', i.indexrelid::regclass),
    -- With its partitions.
    replace(pg_get_indexdef(i.indexrelid), ' ON ONLY ', ' ON '), 2
  from pg_index i join pg_class t on t.oid = i.indrelid
  where t.relnamespace = 'public'::regnamespace and not t.relispartition and t.relname <> 'schema_migration'
    and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u', 'x'))
  union all
  select format('alter table %s disable trigger %I', g.tgrelid::regclass, g.tgname),
    format('alter table %s enable trigger %I', g.tgrelid::regclass, g.tgname), 3
  from pg_trigger g where not g.tgisinternal and g.tgname ~ '_of_slots?$'`;

/** What the fill went by is gone, and PostgreSQL knows what the tables hold and which pages all see. */
export async function endStaging(client: pg.Client, tell: Tell): Promise<void> {
  await client.query('drop schema aged cascade');
  const began = performance.now();
  const { rows } = await client.query<{ tables: string }>(
    "select string_agg(oid::regclass::text, ', ') as tables from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition",
  );
  await client.query(`vacuum analyze ${rows[0]?.tables}`);
  tell(`vacuum analyze ${secondsSince(began)}`);
}
