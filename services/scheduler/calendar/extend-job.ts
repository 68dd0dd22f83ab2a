import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@healthbooker/runtime/log';
import { type Pool, query, statement } from '@healthbooker/runtime/postgres';
import { materialise, type Within } from './materialise.ts';

const closePast = statement(
  'close-past-slots',
  `update slot set state = 'closed'
where id in (select id from slot where state = 'free' and start_at < $1 order by id limit 5000 for no key update skip locked)
returning id`,
);
const pruneHolds = statement(
  'prune-holds',
  `delete from hold
where id in (select id from hold where state <> 'open' and expires_at < $1 order by expires_at limit 5000)
returning id`,
);
/** Searching for sessions to compare is cheap. A new day or the end of a closure makes some. */
const EVERY_MS = 60_000;
const TIDY_EVERY_MS = 3_600_000;
const AFTER_FAILURE_MS = 10_000;
const DAY_MS = 86_400_000;
/** As long as events are kept. */
const KEEP_HOLDS_DAYS = 35;

/**
 * Keeps slots for the whole horizon, from the start on and each minute, in as many processes as there are. Each hour
 * free slots of the past are closed and old holds removed, so that what is searched stays small.
 */
export function startExtending(options: {
  pool: Pool;
  clock: () => Date;
  log: Logger;
  /** What happens to booked visits that lose their time. */
  within: Within;
  /** Runs each minute after the slots were made. */
  afterwards: () => Promise<void>;
}): {
  close(): Promise<void>;
} {
  const { pool, clock, log, within, afterwards } = options;
  const closing = new AbortController();

  let tidyAtMs = 0;

  async function run(): Promise<void> {
    const { added, retired, retiredTaken } = await materialise(pool, clock(), { log, within });
    if (added + retired > 0) {
      log.info({ added, retired, retiredTaken: retiredTaken.length }, 'slots extended');
    }
    await afterwards();
    if (performance.now() < tidyAtMs) return;
    const closed = await query(pool, closePast, [new Date(clock().getTime() - DAY_MS)]);
    await query(pool, pruneHolds, [new Date(clock().getTime() - KEEP_HOLDS_DAYS * DAY_MS)]);
    tidyAtMs = performance.now() + TIDY_EVERY_MS;
    if (closed.length > 0) log.info({ closed: closed.length }, 'free slots of the past closed');
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
