import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@healthbooker/runtime/log';
import type { Pool } from '@healthbooker/runtime/postgres';
import type { Process } from '@healthbooker/runtime/process';
import { materialise, type Within } from './materialise.ts';

/** Searching for sessions to compare is cheap. A new day or the end of a closure makes some. */
const EVERY_MS = 60_000;
const AFTER_FAILURE_MS = 10_000;

/** Keeps slots for the whole horizon, from the start on and each minute, in as many processes as there are. */
export function startExtending(options: {
  pool: Pool;
  clock: () => Date;
  log: Logger;
  /** What happens to booked visits that lose their time. */
  within: Within;
  /** Runs each minute after the slots were made. */
  afterwards: () => Promise<void>;
  takeRound?: Process['takeRound'];
}): {
  close(): Promise<void>;
} {
  const { pool, clock, log, within, afterwards, takeRound } = options;
  const closing = new AbortController();

  async function run(): Promise<void> {
    const { added, retired, retiredTaken } = await materialise(pool, clock(), { log, within });
    if (added + retired > 0) {
      log.info({ added, retired, retiredTaken: retiredTaken.length }, 'slots were made up to the horizon');
    }
    await afterwards();
  }

  async function loop(): Promise<void> {
    while (!closing.signal.aborted) {
      const waitMs = await run().then(
        () => EVERY_MS,
        (err: unknown) => {
          log.warn({ err }, 'slots could not be made up to the horizon: it is tried again');
          return AFTER_FAILURE_MS;
        },
      );
      await sleep(waitMs, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  }

  takeRound?.({ name: 'make-slots', run });
  const running = takeRound === undefined ? loop() : Promise.resolve();
  return {
    async close() {
      closing.abort();
      await running;
    },
  };
}
