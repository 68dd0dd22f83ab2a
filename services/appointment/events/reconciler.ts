import type { OutgoingContext } from '@healthbooker/runtime/context';
import type { Logger } from '@healthbooker/runtime/log';
import { type Repeating, repeat } from '@healthbooker/runtime/repeat';
import { newTrace } from '@healthbooker/runtime/trace';
import type { Parts } from '../parts.ts';
import { projectAppointment } from '../tables/project-appointment.ts';
import { readCursor, writeCursor } from '../tables/reconcile-cursor.ts';

export type ReconcilerOptions = {
  parts: Parts;
  log: Logger;
  /** Our own token for the scheduler. */
  token(): Promise<string>;
  /** Pause between two comparisons while everything works. */
  intervalMs: number;
};

export const page_size = 200;
/** How many writes run at the same time: few, so that people are still served while a whole table is rebuilt. */
const concurrency = 8;
const call_ms = 3000;

/** Stores one page of changes in the table. Returns how many there were, and where the next page begins. */
export async function takePage(
  { parts, token }: Pick<ReconcilerOptions, 'parts' | 'token'>,
  cursor: string,
  source: 'reconciler' | 'rewriter',
  signal: AbortSignal,
): Promise<{ read: number; nextCursor: string }> {
  const { scheduler, store, measures } = parts;
  const deadline = Date.now() + call_ms;
  const context: OutgoingContext = { token, deadline, trace: newTrace(), idempotent: true, signal };
  const changed = await scheduler.call('ListChanged', { cursor, pageSize: page_size }, context);
  for (let i = 0; i < changed.reservations.length; i += concurrency) {
    const puts = changed.reservations.slice(i, i + concurrency).map(async (reservation) => {
      const outcome = await projectAppointment(store, reservation);
      measures.projections.inc({ source, outcome });
    });
    await Promise.all(puts);
  }
  return { read: changed.reservations.length, nextCursor: changed.nextCursor };
}

/**
 * Reads `scheduler.ListChanged` and stores every version that the table lacks, independently of the queue. So a lost
 * event, an emptied dead-letter queue, an outage of the table and a new table are all repaired. The cursor is stored after
 * the versions before it. Failures are retried after 0.5 s, then after longer pauses of up to 10 s.
 */
export function startReconciler(options: ReconcilerOptions): Repeating {
  const { parts, log, intervalMs } = options;
  const { store, measures } = parts;
  let cursor: string | undefined;

  /** Takes one page; the next one at once when there may be another. */
  async function step(signal: AbortSignal): Promise<number> {
    cursor ??= await readCursor(store);
    const { read, nextCursor } = await takePage(options, cursor, 'reconciler', signal);
    if (nextCursor !== cursor) await writeCursor(store, nextCursor);
    cursor = nextCursor;
    measures.reconcilerSteps.inc({ outcome: 'done' });
    return read === page_size ? 0 : intervalMs;
  }

  return repeat(step, {
    longest_ms: 10_000,
    failed(err) {
      measures.reconcilerSteps.inc({ outcome: 'failed' });
      log.warn({ err }, 'the table could not be compared with the scheduler: it is tried again');
    },
  });
}
