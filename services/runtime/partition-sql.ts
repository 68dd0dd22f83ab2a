/** What a service does with a table that has a partition for each day or month, which its migrations make. */
import { type Statement, statement } from './postgres.ts';

export type Unit = 'day' | 'month';

/** How the name of a partition ends, for PostgreSQL; it has as many figures as letters. */
const endings = { day: 'YYYYMMDD', month: 'YYYYMM' } as const satisfies Record<Unit, string>;

/** A table by days or months, and the statements that call its own functions. */
export type PartitionedTable = {
  readonly table: string;
  readonly unit: Unit;
  readonly make: Statement;
  readonly drop: Statement;
};

/**
 * @param table `slot_past` by `month`; the migration has granted `make_slot_past_month(date)`, true when it made one, and
 * `drop_slot_past_month(timestamptz, int)`, which returns the first day of the partition that it dropped
 */
export function partitioned(table: string, unit: Unit): PartitionedTable {
  const name = `${table.replaceAll('_', '-')}-${unit}`;
  return {
    table,
    unit,
    /**
     * For the day $1. Waits for whoever makes one: a partition has a name a moment before every connection sends rows
     * there, and only then is this lock free.
     */
    make: statement(
      `make-${name}`,
      `select make_${table}_${unit}($1::date) as is_new from pg_advisory_xact_lock(hashtextextended('${table}', 0))`,
    ),
    /** The oldest, when all of it has been over for more than $2 days or months at $1. */
    drop: statement(`drop-${name}`, `select drop_${table}_${unit}($1, $2::int) as dropped`),
  };
}

export const partitionSql = { day: sqlOf('day'), month: sqlOf('month') };

function sqlOf(unit: Unit) {
  const ending = endings[unit];
  return {
    /** The first days of the partitions from this one to $2 ahead that the table $1 does not have. */
    missing: statement(
      `${unit}s-missing`,
      `select first::date from (select date_trunc('${unit}', database_clock() at time zone 'UTC') as current) clock
cross join lateral generate_series(current, current + $2::int * interval '1 ${unit}', '1 ${unit}') as first
where to_regclass(format('public.%I', $1::text || '_' || to_char(first, '${ending}'))) is null order by 1`,
    ),
    /** The first days of those that the table $1 has, oldest first. */
    made: statement(
      `${unit}s-made`,
      `select to_date(right(c.relname, ${ending.length}), '${ending}') as first
from pg_catalog.pg_inherits i join pg_catalog.pg_class c on c.oid = i.inhrelid
where i.inhparent = to_regclass(format('public.%I', $1::text)) and c.relname ~ '_[0-9]{${ending.length}}$' order by 1`,
    ),
  };
}
