import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@healthbooker/runtime/log';
import { loadSql, type Pool, query } from '@healthbooker/runtime/postgres';
import { materialise } from './materialise.ts';

const closePast = loadSql(import.meta.url, '../sql/close-past-slots.sql');
const pruneHolds = loadSql(import.meta.url, '../sql/prune-holds.sql');
const EVERY_MS = 3_600_000;
const AFTER_FAILURE_MS = 10_000;
const DAY_MS = 86_400_000;
/** As long as events are kept. */
const KEEP_HOLDS_DAYS = 35;

/**
 * Keeps slots for the whole horizon: once at the start and each hour, though only one run a day finds work. Free slots
 * of the past are closed and old holds removed, so that what is searched stays small.
 */
export function startExtending(options: { pool: Pool; clock: () => Date; log: Logger }): {
  close(): Promise<void>;
} {
  const { pool, clock, log } = options;
  const closing = new AbortController();

  async function run(): Promise<void> {
    const { added, retired, retiredTaken } = await materialise(pool, clock());
    const closed = await query(pool, closePast, [new Date(clock().getTime() - DAY_MS)]);
    await query(pool, pruneHolds, [new Date(clock().getTime() - KEEP_HOLDS_DAYS * DAY_MS)]);
    if (added + retired + closed.length > 0) {
      log.info(
        { added, retired, retiredTaken: retiredTaken.length, closed: closed.length },
        'slots extended',
      );
    }
  }

  async function loop(): Promise<void> {
    while (!closing.signal.aborted) {
      const waitMs = await run().then(
        () => EVERY_MS,
        (err: unknown) => {
          log.warn({ err }, 'slots could not be extended');
          return AFTER_FAILURE_MS;
        },
      );
      await sleep(waitMs, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  }

  const running = loop();
  return {
    async close() {
      closing.abort();
      await running;
    },
  };
}
