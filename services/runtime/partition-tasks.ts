import type { Task } from './housekeeping.ts';
import { type PartitionedTable, partitionSql, type Unit } from './partition-sql.ts';
import { type Pool, query } from './postgres.ts';

const minute_ms = 60_000;
/** A partition is there a week, or four, before its first row: a failure of whatever makes them is of no consequence for so long. */
const ahead = { day: 7, month: 1 } as const satisfies Record<Unit, number>;

/**
 * What becomes of a table by days or months: a partition for now and the time ahead, and none for what is over.
 * @param kept how many days or months a partition is kept when all of it is over
 */
export function partitionTasks(pool: Pool, partitions: PartitionedTable, kept: number): Task[] {
  return [makePartitions(pool, partitions), dropPartitions(pool, partitions, kept)];
}

/** A partition at a step. */
export function makePartitions(pool: Pool, { table, unit, make }: PartitionedTable): Task {
  const missing = async () => firstDays(await query(pool, partitionSql[unit].missing, [table, ahead[unit]]));
  return {
    name: `make-${table.replaceAll('_', '-')}-${unit}s`,
    table,
    every_ms: 10 * minute_ms,
    isByDatabaseClock: true,
    async step() {
      const [first, ...others] = await missing();
      if (first === undefined) return { rows: 0, isMore: false };
      const [made] = await query<{ is_new: boolean }>(pool, make, [first]);
      return { rows: made?.is_new === true ? 1 : 0, isMore: others.length > 0 };
    },
    async measure(at) {
      const firsts = await missing();
      // It was to be made so long before it begins.
      const due_ms = firsts[0] === undefined ? at.getTime() : later(firsts[0], unit, -ahead[unit]);
      return { waiting: firsts.length, overdue_s: Math.max(0, at.getTime() - due_ms) / 1000 };
    },
  };
}

/** A partition at a step, once all of it has been over for so many days or months. */
export function dropPartitions(pool: Pool, { table, unit, drop }: PartitionedTable, kept: number): Task {
  return {
    name: `drop-${table.replaceAll('_', '-')}-${unit}s`,
    table,
    every_ms: 60 * minute_ms,
    async step(at) {
      const [row] = await query<{ dropped: string | null }>(pool, drop, [at, kept]);
      const isDropped = (row?.dropped ?? null) !== null;
      return { rows: isDropped ? 1 : 0, isMore: isDropped };
    },
    async measure(at) {
      const firsts = firstDays(await query(pool, partitionSql[unit].made, [table]));
      const ends = firsts.map((first) => later(first, unit, 1 + kept));
      const over = ends.filter((end_ms) => end_ms <= at.getTime());
      return {
        waiting: over.length,
        overdue_s: over[0] === undefined ? 0 : (at.getTime() - over[0]) / 1000,
      };
    },
  };
}

function firstDays(rows: readonly { first: string }[]): string[] {
  return rows.map(({ first }) => first);
}

/** When the day or month so many behind the one that begins on a day begins: epoch milliseconds. */
function later(day: string, unit: Unit, many: number): number {
  const begin = new Date(day);
  const [days, months] = unit === 'day' ? [many, 0] : [0, many];
  return Date.UTC(begin.getUTCFullYear(), begin.getUTCMonth() + months, begin.getUTCDate() + days);
}
