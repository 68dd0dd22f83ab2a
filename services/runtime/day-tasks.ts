import { type DayTable, daySql } from './day-sql.ts';
import type { Task } from './housekeeping.ts';
import { type Pool, query } from './postgres.ts';

const day_ms = 86_400_000;
const minute_ms = 60_000;
/** So long a failure of whatever makes the days is of no consequence. */
const days_ahead = 7;

/** A day at a step, from today to a week ahead. */
export function makeDays(pool: Pool, name: string, { table, make }: DayTable): Task {
  const missing = async () => {
    const rows = await query<{ day: string }>(pool, daySql.missing, [table, days_ahead]);
    return rows.map(({ day }) => day);
  };
  return {
    name,
    table,
    every_ms: 10 * minute_ms,
    isByDatabaseClock: true,
    async step() {
      const [day, ...others] = await missing();
      if (day === undefined) return { rows: 0, isMore: false };
      const [made] = await query<{ is_new: boolean }>(pool, make, [day]);
      return { rows: made?.is_new === true ? 1 : 0, isMore: others.length > 0 };
    },
    async measure(at) {
      const days = await missing();
      // It was to be made a week before it begins.
      const due_ms = days[0] === undefined ? at.getTime() : Date.parse(days[0]) - days_ahead * day_ms;
      return { waiting: days.length, overdue_s: Math.max(0, at.getTime() - due_ms) / 1000 };
    },
  };
}

/** A day at a step, once all of it has been over for so many days. */
export function dropDays(pool: Pool, name: string, { table, drop }: DayTable, kept_days: number): Task {
  return {
    name,
    table,
    every_ms: 60 * minute_ms,
    async step(at) {
      const [row] = await query<{ dropped: string | null }>(pool, drop, [at, kept_days]);
      const isDropped = (row?.dropped ?? null) !== null;
      return { rows: isDropped ? 1 : 0, isMore: isDropped };
    },
    async measure(at) {
      const days = await query<{ day: string }>(pool, daySql.made, [table]);
      // A day is over so many days after its end.
      const ends = days.map(({ day }) => Date.parse(day) + (1 + kept_days) * day_ms);
      const over = ends.filter((end_ms) => end_ms <= at.getTime());
      return {
        waiting: over.length,
        overdue_s: over[0] === undefined ? 0 : (at.getTime() - over[0]) / 1000,
      };
    },
  };
}
