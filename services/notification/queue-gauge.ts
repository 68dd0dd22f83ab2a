import { pause } from '@healthbooker/runtime/backoff';
import type { Logger } from '@healthbooker/runtime/log';
import type { Pool } from '@healthbooker/runtime/postgres';
import { measureQueue } from './ledger.ts';
import type { Measures } from './measures.ts';

const every_ms = 5000;

/** Keeps the gauges of the queue up to date, so that a scrape does not have to ask the database. */
export function startQueueGauge(
  pool: Pool,
  measures: Pick<Measures, 'queued' | 'oldest'>,
  log: Logger,
  now: () => number,
): { close(): Promise<void> } {
  const closing = new AbortController();
  async function loop(): Promise<void> {
    while (!closing.signal.aborted) {
      try {
        const { queued, oldestS } = await measureQueue(pool, now());
        measures.queued.set(queued);
        measures.oldest.set(oldestS);
      } catch (err) {
        log.debug({ err }, 'the queue cannot be measured');
      }
      await pause(every_ms, closing.signal);
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
