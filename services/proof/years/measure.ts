import type pg from 'pg';
import { databases, type Running } from './running.ts';
import type { Life } from './tables.ts';
import { day_ms } from './time.ts';

/** A table at the end of a month, all its partitions together. */
export type Measured = {
  /** `scheduler.slot` */
  table: string;
  rows: number;
  bytes: number;
  deadRows: number;
  /** Of the oldest row by the time that decides when it goes. */
  oldest_days: number | undefined;
  /** By the ends of their names: 20270131, 202701. */
  partitions: string[];
};

const sizes = `
with tree as (
  select c.oid as root, c.relname as name, t.relid from pg_class c, lateral (
    select relid from pg_partition_tree(c.oid) where isleaf union select c.oid where c.relkind = 'r') t
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition)
select name, sum(pg_total_relation_size(relid))::float8 as bytes, coalesce(sum(n_dead_tup), 0)::float8 as dead,
  coalesce(array_agg(part order by part) filter (where relid <> root), '{}') as partitions
from (select *, substring(relid::regclass::text from '_([0-9]+)$') as part from tree) tree left join pg_stat_user_tables s using (relid) group by 1 order by 1`;

/** Every table of every database, and what is the matter with the list of tables. */
export async function measure(
  { owners, time }: Running,
  lives: Record<string, Record<string, Life>>,
): Promise<Measured[]> {
  const all: Measured[] = [];
  for (const database of databases) {
    const owner = owners[database];
    type Size = { name: string; bytes: number; dead: number; partitions: string[] };
    const { rows } = await owner.query<Size>(sizes);
    for (const { name, bytes, dead, partitions } of rows) {
      const life = lives[database]?.[name];
      all.push({
        table: `${database}.${name}`,
        ...(await contentOf(owner, name, life, time.now())),
        bytes,
        deadRows: dead,
        partitions,
      });
    }
  }
  return all;
}

async function contentOf(
  owner: pg.Pool,
  name: string,
  life: Life | undefined,
  now: Date,
): Promise<Pick<Measured, 'rows' | 'oldest_days'>> {
  const oldest =
    life?.kind === 'passes'
      ? `min(${life.since}) filter (where ${life.over ?? 'true'})`
      : 'null::timestamptz';
  const { rows } = await owner.query<{ rows: number; oldest: Date | null }>(
    `select count(*)::int as rows, ${oldest} as oldest from public.${name}`,
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`${name} cannot be counted`);
  return {
    rows: row.rows,
    oldest_days: row.oldest === null ? undefined : (now.getTime() - row.oldest.getTime()) / day_ms,
  };
}
