import type { Task } from '@healthbooker/runtime/housekeeping';
import { partitioned } from '@healthbooker/runtime/partition-sql';
import { partitionTasks } from '@healthbooker/runtime/partition-tasks';
import { type Pool, query, statement } from '@healthbooker/runtime/postgres';
import type { Retention } from '@healthbooker/runtime/retention';

const past = partitioned('message_past', 'month');
const words = partitioned('message_words', 'day');
/** $2 messages behind the ordinal $1, whatever becomes of them: never more than a page is read. */
const pageStatement = statement(
  'page-of-messages',
  `select id, ordinal, state, queued_at,
  (date_trunc('month', queued_at at time zone 'UTC'))::date as month from message where ordinal > $1 order by ordinal limit $2`,
);
const moveStatement = statement(
  'move-past-messages',
  'select move_past_messages($1::uuid[], $2, $3::int, $4::int) as gone',
);
/** Those of the oldest messages that were queued before $1, and the first of them. */
const measureStatement = statement(
  'measure-past-messages',
  `select count(*)::int as waiting, min(queued_at) as since
from (select queued_at, state from message order by ordinal limit 10000) first where queued_at < $1 and state <> 'queued'`,
);
const page_rows = 500;
const [day_ms, hour_ms] = [86_400_000, 3_600_000];

/** What becomes of messages: they leave the table of the young for that of their month, and their words go. */
export function messageTasks(pool: Pool, retention: Retention): Task[] {
  return [
    ...partitionTasks(pool, words, retention.message_words_days),
    ...partitionTasks(pool, past, retention.message_months),
    movePast(pool, retention),
  ];
}

type PageRow = { id: string; ordinal: number; state: string; queued_at: Date; month: string };

/**
 * Moves what is over, a page at a step, from the oldest on. Messages are numbered as they are queued, so the first page that has
 * nothing to move is the last one that is read.
 */
function movePast(pool: Pool, { message_words_days, message_months }: Retention): Task {
  const before = (at: Date) => new Date(at.getTime() - message_words_days * day_ms);
  let last = 0;
  return {
    name: 'move-past-messages',
    table: 'message',
    every_ms: hour_ms,
    async step(at) {
      const page = await query<PageRow>(pool, pageStatement, [last, page_rows]);
      const isFull = page.length === page_rows;
      const over = page.filter(({ queued_at }) => queued_at < before(at));
      const leaving = over.filter(({ state }) => state !== 'queued');
      for (const month of new Set(leaving.map((row) => row.month))) {
        if (isKept(month, at, message_months)) await query(pool, past.make, [month]);
      }
      const [moved] =
        leaving.length === 0
          ? []
          : await query<{ gone: number }>(pool, moveStatement, [
              leaving.map(({ id }) => id),
              at,
              message_words_days,
              message_months,
            ]);
      const isMore = isFull && over.length > 0;
      last = isMore ? (page.at(-1)?.ordinal ?? 0) : 0;
      return { rows: moved?.gone ?? 0, isMore };
    },
    async measure(at) {
      const [row] = await query<{ waiting: number; since: Date | null }>(pool, measureStatement, [
        before(at),
      ]);
      const since = row?.since ?? before(at);
      return { waiting: row?.waiting ?? 0, overdue_s: (before(at).getTime() - since.getTime()) / 1000 };
    },
  };
}

/** Whether messages of a month are kept at that time; those of older ones leave for good. */
function isKept(month: string, at: Date, kept_months: number): boolean {
  return new Date(month) >= new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - kept_months, 1));
}
