/** What a service does with a table that has a partition for each day, which its migrations make. */
import { type Statement, statement } from './postgres.ts';

/** A table with days, and the statements that call its own functions. */
export type DayTable = { readonly table: string; readonly make: Statement; readonly drop: Statement };

/**
 * @param table `outbox_sent`; the migration has granted `make_outbox_sent_day(date)`, true when it made one, and
 * `drop_outbox_sent_day(timestamptz, int)`, which returns the day that it dropped
 */
export function dayTable(table: string): DayTable {
  const name = table.replaceAll('_', '-');
  return {
    table,
    /**
     * Waits for whoever makes a day: its table has a name a moment before every connection sends rows there, and only then
     * is this lock free.
     */
    make: statement(
      `make-${name}-day`,
      `select make_${table}_day($1::date) as is_new from pg_advisory_xact_lock(hashtextextended('${table}', 0))`,
    ),
    /** The oldest, when all of it has been over for more than $2 days at $1. */
    drop: statement(`drop-${name}-day`, `select drop_${table}_day($1, $2::int) as dropped`),
  };
}

export const daySql = {
  /** Days from today to $2 days ahead for which the table $1 has no partition. */
  missing: statement(
    'days-missing',
    `select day::date from (select date_trunc('day', database_clock() at time zone 'UTC') as today) clock
cross join lateral generate_series(today, today + make_interval(days => $2), '1 day') as day
where to_regclass(format('public.%I', $1::text || '_' || to_char(day, 'YYYYMMDD'))) is null order by 1`,
  ),
  /** The days for which the table $1 has one, oldest first. */
  made: statement(
    'days-made',
    `select to_date(right(c.relname, 8), 'YYYYMMDD') as day
from pg_catalog.pg_inherits i join pg_catalog.pg_class c on c.oid = i.inhrelid
where i.inhparent = to_regclass(format('public.%I', $1::text)) and c.relname ~ '_[0-9]{8}$' order by 1`,
  ),
};
