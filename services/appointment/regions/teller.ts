import { createBackoff, pause } from '@healthbooker/runtime/backoff';
import type { Logger } from '@healthbooker/runtime/log';
import { newTrace } from '@healthbooker/runtime/trace';
import type { Parts } from '../parts.ts';
import { type Owed, type OwedItem, oldestOwed, settleOwed } from '../tables/owed.ts';
import { findProfile } from '../tables/profile.ts';
import { tellScheduler } from './tell-scheduler.ts';

/** How many are told in one round; the others follow in the next rounds. */
const at_once = 25;
const call_ms = 3000;

/**
 * Tells the scheduler of every change of where a patient can go, also when the call that made the change could not: a
 * scheduler that was down is told when it is back. Also measures the age of the oldest item of each list, with three short
 * reads in each round, however large the table is.
 */
export function startTeller(options: { parts: Parts; log: Logger; intervalMs: number }): {
  close(): Promise<void>;
} {
  const { parts, log, intervalMs } = options;
  const { store, clock, measures } = parts;
  const closing = new AbortController();
  const { signal } = closing;
  const backoff = createBackoff(500, 10_000);

  function measure(owed: Owed, oldest: OwedItem | undefined): void {
    const age_ms = oldest === undefined ? 0 : clock().getTime() - Date.parse(oldest.at);
    measures.owedAge.set({ owed }, Math.max(0, age_ms / 1000));
  }

  /** Tells the scheduler of all listed changes. When one fails it stays listed, and the others are told. */
  async function tell(): Promise<boolean> {
    const waiting = await oldestOwed(store, 'reach', at_once, signal);
    const failed: OwedItem[] = [];
    for (const item of waiting) {
      try {
        const profile = await findProfile(store, item.personId, signal);
        const deadline = Date.now() + call_ms;
        if (profile !== undefined)
          await tellScheduler(parts, profile, { deadline, trace: newTrace(), signal });
        await settleOwed(store, 'reach', item.SK, signal);
      } catch (err) {
        if (signal.aborted) throw err;
        failed.push(item);
        log.warn({ err }, 'the scheduler was not told where a patient can go: it is tried again');
      }
    }
    measure('reach', failed[0]);
    measures.reachTold.inc({ outcome: 'told' }, waiting.length - failed.length);
    measures.reachTold.inc({ outcome: 'failed' }, failed.length);
    return failed.length === 0;
  }

  /** The oldest request that is still open: those before it were decided or withdrawn, or never made. */
  async function oldestRequest(): Promise<OwedItem | undefined> {
    for (const item of await oldestOwed(store, 'requests', at_once, signal)) {
      const profile = await findProfile(store, item.personId, signal);
      const isMade = profile?.identityRequest?.id === item.SK;
      const isBeingMade = clock().getTime() - Date.parse(item.at) < call_ms;
      if (isMade || isBeingMade) return item;
      await settleOwed(store, 'requests', item.SK, signal);
    }
    return undefined;
  }

  async function loop(): Promise<void> {
    while (!signal.aborted) {
      try {
        const isAllTold = await tell();
        measure('notices', (await oldestOwed(store, 'notices', 1, signal))[0]);
        measure('requests', await oldestRequest());
        if (isAllTold) backoff.reset();
        await pause(isAllTold ? intervalMs : backoff.nextMs(), signal);
      } catch (err) {
        if (signal.aborted) break;
        log.warn({ err }, 'the lists of what is still owed could not be read: it is tried again');
        await pause(backoff.nextMs(), signal);
      }
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
