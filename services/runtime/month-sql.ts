/** What a service does with a table that has a partition for each month, which its migrations make. */
import { type Statement, statement } from './postgres.ts';

/** A table with months, and the statements that call its own functions. */
export type MonthTable = { readonly table: string; readonly make: Statement; readonly drop: Statement };

/**
 * @param table `slot_past`; the migration has granted `make_slot_past_month(date)`, true when it made one, and
 * `drop_slot_past_month(timestamptz, int)`, which returns the first day of the month that it dropped
 */
export function monthTable(table: string): MonthTable {
  const name = table.replaceAll('_', '-');
  return {
    table,
    /**
     * For the month of the day $1. Waits for whoever makes one: a table has a name a moment before every connection sends
     * rows there, and only then is this lock free.
     */
    make: statement(
      `make-${name}-month`,
      `select make_${table}_month($1::date) as is_new from pg_advisory_xact_lock(hashtextextended('${table}', 0))`,
    ),
    /** The oldest, when it is over by more than $2 months at $1. */
    drop: statement(`drop-${name}-month`, `select drop_${table}_month($1, $2::int) as dropped`),
  };
}

export const monthSql = {
  /** The first days of the months from this one to $2 months ahead for which the table $1 has no partition. */
  missing: statement(
    'months-missing',
    `select month::date from (select date_trunc('month', database_clock() at time zone 'UTC') as this_month) clock
cross join lateral generate_series(this_month, this_month + make_interval(months => $2), '1 month') as month
where to_regclass(format('public.%I', $1 || '_' || to_char(month, 'YYYYMM'))) is null order by 1`,
  ),
  /** The first days of the months for which the table $1 has one, oldest first. */
  made: statement(
    'months-made',
    `select to_date(right(c.relname, 6), 'YYYYMM') as month
from pg_catalog.pg_inherits i join pg_catalog.pg_class c on c.oid = i.inhrelid
where i.inhparent = to_regclass(format('public.%I', $1::text)) and c.relname ~ '_[0-9]{6}$' order by 1`,
  ),
};
