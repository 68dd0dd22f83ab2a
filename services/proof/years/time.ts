import { moveDatabaseClock } from '@healthbooker/local/test/database-clock';
import type pg from 'pg';

/** The time of a hospital, which moves only when it is moved. */
export type Time = {
  now(): Date;
  /** Moves program and databases together. */
  moveTo(at: Date): Promise<void>;
};

/**
 * Takes over the time of databases, as their owner: `database_clock()` stands where it is moved to, and columns that fill
 * themselves with the server's time take that one.
 */
export async function takeTime(owners: readonly pg.Pool[], first: Date): Promise<Time> {
  let now = first;
  const move = async (at: Date) => {
    await Promise.all(owners.map((owner) => moveDatabaseClock(owner, at)));
    now = at;
  };
  await move(first);
  for (const owner of owners) await moveDefaults(owner);
  return { now: () => now, moveTo: move };
}

const defaultsOfTheServer = `
select format('alter table %s alter column %I set default public.database_clock()', d.adrelid::regclass, a.attname) as change
from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
  join pg_class c on c.oid = d.adrelid and c.relnamespace = 'public'::regnamespace
where pg_get_expr(d.adbin, d.adrelid) ~* '(now|_timestamp)\\(\\)|current_(timestamp|date)'`;

async function moveDefaults(owner: pg.Pool): Promise<void> {
  const { rows } = await owner.query<{ change: string }>(defaultsOfTheServer);
  for (const { change } of rows) await owner.query(change);
  const left = await owner.query(defaultsOfTheServer);
  if (left.rows.length > 0) throw new Error(`${left.rows.length} columns still take the time of the server`);
}

export const hour_ms = 3_600_000;
export const day_ms = 24 * hour_ms;

/** The day of an instant in UTC: YYYY-MM-DD. */
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** The first instant of the month that lies so many months from the one of `at`, in UTC. */
export const monthFrom = (at: Date, months: number): Date =>
  new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1));
