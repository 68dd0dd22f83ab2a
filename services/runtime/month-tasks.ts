import type { Task } from './housekeeping.ts';
import { type MonthTable, monthSql } from './month-sql.ts';
import { type Pool, query } from './postgres.ts';

const minute_ms = 60_000;
/** A month is there four weeks before its first row, so that a failure of whatever makes them is of no consequence. */
const months_ahead = 1;

/** What becomes of a table by months: a partition for this month and the next, and none for months that are over. */
export function monthTasks(pool: Pool, months: MonthTable, kept_months: number): Task[] {
  return [makeMonths(pool, months), dropMonths(pool, months, kept_months)];
}

/** A month at a step. */
export function makeMonths(pool: Pool, { table, make }: MonthTable): Task {
  const missing = async () => {
    const rows = await query<{ month: string }>(pool, monthSql.missing, [table, months_ahead]);
    return rows.map(({ month }) => month);
  };
  return {
    name: `make-${table.replaceAll('_', '-')}-months`,
    table,
    every_ms: 10 * minute_ms,
    isByDatabaseClock: true,
    async step() {
      const [month, ...others] = await missing();
      if (month === undefined) return { rows: 0, isMore: false };
      const [made] = await query<{ is_new: boolean }>(pool, make, [month]);
      return { rows: made?.is_new === true ? 1 : 0, isMore: others.length > 0 };
    },
    async measure(at) {
      const months = await missing();
      // It was to be made when the month before it began.
      const due_ms = months[0] === undefined ? at.getTime() : monthsAfter(months[0], -months_ahead);
      return { waiting: months.length, overdue_s: Math.max(0, at.getTime() - due_ms) / 1000 };
    },
  };
}

/** A month at a step, once all of it has been over for so long. */
export function dropMonths(pool: Pool, { table, drop }: MonthTable, kept_months: number): Task {
  return {
    name: `drop-${table.replaceAll('_', '-')}-months`,
    table,
    every_ms: 60 * minute_ms,
    async step(at) {
      const [row] = await query<{ dropped: string | null }>(pool, drop, [at, kept_months]);
      const isDropped = (row?.dropped ?? null) !== null;
      return { rows: isDropped ? 1 : 0, isMore: isDropped };
    },
    async measure(at) {
      const months = await query<{ month: string }>(pool, monthSql.made, [table]);
      const ends = months.map(({ month }) => monthsAfter(month, 1 + kept_months));
      const over = ends.filter((end_ms) => end_ms <= at.getTime());
      return {
        waiting: over.length,
        overdue_s: over[0] === undefined ? 0 : (at.getTime() - over[0]) / 1000,
      };
    },
  };
}

/** When the month so many months after the one that begins on a day begins: epoch milliseconds. */
function monthsAfter(day: string, months: number): number {
  const begin = new Date(day);
  return Date.UTC(begin.getUTCFullYear(), begin.getUTCMonth() + months, 1);
}
