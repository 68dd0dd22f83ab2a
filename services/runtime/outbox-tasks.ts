import type { Task } from './housekeeping.ts';
import { outboxSql } from './outbox-sql.ts';
import { type Pool, query } from './postgres.ts';
import type { Retention } from './retention.ts';

const day_ms = 86_400_000;
/** So long a failure of whatever makes the days is of no consequence. */
const days_ahead = 7;
const page_rows = 500;
const minute_ms = 60_000;

/** What becomes of published events: a partition for each day to come, and none for days that are over. */
export function outboxTasks(pool: Pool, { outbox_sent_days }: Retention): Task[] {
  return [makeDays(pool), movePublished(pool, outbox_sent_days), dropDays(pool, outbox_sent_days)];
}

/** A day at a step, from today to a week ahead. */
function makeDays(pool: Pool): Task {
  const missing = async () => {
    const rows = await query<{ day: string }>(pool, outboxSql.missingDays, [days_ahead]);
    return rows.map(({ day }) => day);
  };
  return {
    name: 'make-outbox-days',
    table: 'outbox_sent',
    every_ms: 10 * minute_ms,
    isByDatabaseClock: true,
    async step() {
      const [day, ...others] = await missing();
      if (day === undefined) return { rows: 0, isMore: false };
      const [made] = await query<{ is_new: boolean }>(pool, outboxSql.makeDay, [day]);
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

/**
 * What was published and is still in the outbox: by a process of the release before, or while today had no partition.
 * Goes through the whole table by pages, so that each step costs the same, and begins again.
 */
function movePublished(pool: Pool, keptDays: number): Task {
  let last = 0;
  return {
    name: 'move-published',
    table: 'outbox',
    every_ms: minute_ms,
    isByDatabaseClock: true,
    async step(at) {
      type Row = { id: number; published_at: Date | null; sent_day: string | null };
      const page = await query<Row>(pool, outboxSql.page, [last, page_rows]);
      const published = page.filter(({ published_at }) => published_at !== null);
      let gone = 0;
      if (published.length > 0) {
        const [clock] = await query<{ from_at: Date; from_day: string }>(pool, outboxSql.keptFrom, [
          keptDays,
          at,
        ]);
        if (clock === undefined) throw new Error('the database does not tell the time');
        const days = new Set(published.map(({ sent_day }) => sent_day ?? ''));
        for (const day of days) if (day >= clock.from_day) await query(pool, outboxSql.makeDay, [day]);
        const ids = published.map(({ id }) => id);
        const [moved] = await query<{ gone: number }>(pool, outboxSql.move, [ids, clock.from_at]);
        gone = moved?.gone ?? 0;
      }
      const isMore = page.length === page_rows;
      last = isMore ? (page.at(-1)?.id ?? 0) : 0;
      return { rows: gone, isMore };
    },
    async measure(at) {
      const [row] = await query<{ waiting: number; since: Date | null }>(pool, outboxSql.marked);
      const since = row?.since ?? at;
      return { waiting: row?.waiting ?? 0, overdue_s: Math.max(0, at.getTime() - since.getTime()) / 1000 };
    },
  };
}

/** A day at a step, once all of it is over. */
function dropDays(pool: Pool, keptDays: number): Task {
  return {
    name: 'drop-outbox-days',
    table: 'outbox_sent',
    every_ms: 60 * minute_ms,
    async step(at) {
      const [row] = await query<{ dropped: string | null }>(pool, outboxSql.dropDay, [at, keptDays]);
      const isDropped = (row?.dropped ?? null) !== null;
      return { rows: isDropped ? 1 : 0, isMore: isDropped };
    },
    async measure(at) {
      const days = await query<{ day: string }>(pool, outboxSql.sentDays);
      // A day is over so many days after its end.
      const ends = days.map(({ day }) => Date.parse(day) + (1 + keptDays) * day_ms);
      const over = ends.filter((end_ms) => end_ms <= at.getTime());
      return {
        waiting: over.length,
        overdue_s: over[0] === undefined ? 0 : (at.getTime() - over[0]) / 1000,
      };
    },
  };
}
