import type { Task } from './housekeeping.ts';
import { outboxSql } from './outbox-sql.ts';
import { dropPartitions, makePartitions } from './partition-tasks.ts';
import { type Pool, query } from './postgres.ts';
import type { Retention } from './retention.ts';

const page_rows = 500;
const minute_ms = 60_000;

/** What becomes of published events: a partition for each day to come, and none for days that are over. */
export function outboxTasks(pool: Pool, { outbox_sent_days }: Retention): Task[] {
  return [
    { ...makePartitions(pool, outboxSql.days), name: 'make-outbox-days' },
    movePublished(pool, outbox_sent_days),
    { ...dropPartitions(pool, outboxSql.days, outbox_sent_days), name: 'drop-outbox-days' },
  ];
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
        for (const day of days) if (day >= clock.from_day) await query(pool, outboxSql.days.make, [day]);
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
