import { pause } from '@healthbooker/runtime/backoff';
import type { Logger } from '@healthbooker/runtime/log';
import { loadSql, type Pool, query } from '@healthbooker/runtime/postgres';
import { queueMessage } from './ledger.ts';
import type { Measures } from './measures.ts';
import { messageOwed } from './owed.ts';
import type { Peers } from './peers.ts';

const getCursor = loadSql(import.meta.url, 'sql/get-cursor.sql');
const putCursor = loadSql(import.meta.url, 'sql/put-cursor.sql');

const source = 'scheduler.ListChanged';
const page_size = 200;

export type ReconcilerOptions = {
  pool: Pool;
  peers: Peers;
  log: Logger;
  measures: Measures;
  now: () => number;
  every_ms: number;
  onQueued(): void;
};

/**
 * Compares the ledger with the scheduler's list of changes at every interval, so that events that were lost are
 * made up for. Overlapping runs in several processes do no harm: the ledger takes each change once.
 */
export function startReconciler(options: ReconcilerOptions): { close(): Promise<void> } {
  const closing = new AbortController();
  async function loop(): Promise<void> {
    while (!closing.signal.aborted) {
      try {
        await reconcile(options, closing.signal);
      } catch (err) {
        options.log.warn({ err }, 'changes of appointments could not be compared');
      }
      await pause(options.every_ms, closing.signal);
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

/**
 * Reads on from the stored cursor to the end of the list. Without a cursor the service has never run on this
 * ledger: it only walks to the end then, so that appointments of the time before mail nobody.
 * Rejects when the scheduler or the database cannot be reached; what was read before stays done.
 */
export async function reconcile(options: ReconcilerOptions, signal?: AbortSignal): Promise<void> {
  const { pool, peers, measures, now, onQueued } = options;
  const [stored] = await query<{ cursor: string }>(pool, getCursor, [source]);
  let cursor = stored?.cursor ?? '';
  while (signal?.aborted !== true) {
    const { reservations, nextCursor } = await peers.listChanged(cursor, page_size);
    for (const reservation of stored === undefined ? [] : reservations) {
      const owed = messageOwed(reservation, now());
      if (owed === undefined || (await queueMessage(pool, owed)) !== 'queued') continue;
      measures.repaired.inc();
      onQueued();
    }
    const atEnd = reservations.length < page_size;
    // On the first run only the end is worth keeping: a walk that was interrupted starts over.
    if (stored !== undefined || atEnd) await query(pool, putCursor, [source, nextCursor]);
    cursor = nextCursor;
    if (atEnd) return;
  }
}
