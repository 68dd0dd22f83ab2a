import type { ProxyLink__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyLink';
import { pause } from '@healthbooker/runtime/backoff';
import type { Logger } from '@healthbooker/runtime/log';
import { loadSql, type Pool, query } from '@healthbooker/runtime/postgres';
import { type OwedMessage, queueMessage } from './ledger.ts';
import type { Measures } from './measures.ts';
import { messageOwed } from './owed.ts';
import { type ProxyChange, proxyMessageOwed } from './owed-proxy.ts';
import { waitlistMessageOwed } from './owed-waitlist.ts';
import type { Peers } from './peers.ts';

const getCursor = loadSql(import.meta.url, 'sql/get-cursor.sql');
const putCursor = loadSql(import.meta.url, 'sql/put-cursor.sql');

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
 * Compares the ledger with the scheduler's lists of changes at every interval, so that events that were lost are
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
 * Reads on from the stored cursors to the ends of the lists. Without a cursor the service has never read that list for
 * this ledger: it only walks to the end then, so that appointments of the time before mail nobody.
 * Rejects when the scheduler or the database cannot be reached; what was read before stays done.
 */
export async function reconcile(options: ReconcilerOptions, signal?: AbortSignal): Promise<void> {
  const { peers, now } = options;
  await follow('scheduler.ListChanged', options, signal, async (cursor) => {
    const { reservations, nextCursor } = await peers.listChanged(cursor, page_size);
    return { owed: reservations.map((one) => messageOwed(one, now())), nextCursor };
  });
  await follow('scheduler.ListProxiesChanged', options, signal, async (cursor) => {
    const { links, nextCursor } = await peers.listProxiesChanged(cursor, page_size);
    return { owed: links.map((one) => proxyMessageOwed(proxyChange(one), now())), nextCursor };
  });
  await follow('scheduler.ListWaitlistChanged', options, signal, async (cursor) => {
    const { entries, nextCursor } = await peers.listWaitlistChanged(cursor, page_size);
    return { owed: entries.map((one) => waitlistMessageOwed(one, now())), nextCursor };
  });
}

/**
 * What the patient is to know of a link: that it was asked for, or that it was opened, which stays so when it is reviewed
 * or ended later. These versions are the first, and the one that a colleague confirmed.
 */
function proxyChange(link: ProxyLink__Output): ProxyChange {
  const { id: linkId, patientId, since, confirmBy, confirmedAt, state } = link;
  const wasOpened = confirmBy === '' || confirmedAt !== '';
  const change = wasOpened ? 'opened' : state === 'PROXY_STATE_UNCONFIRMED' ? 'asked' : 'ended';
  return {
    linkId,
    version: confirmedAt === '' ? 1 : 2,
    patientId,
    change,
    changedAt: confirmedAt || since,
  };
}

type Page = { owed: (OwedMessage | undefined)[]; nextCursor: string };

async function follow(
  source: string,
  { pool, measures, onQueued }: ReconcilerOptions,
  signal: AbortSignal | undefined,
  read: (cursor: string) => Promise<Page>,
): Promise<void> {
  const [stored] = await query<{ cursor: string }>(pool, getCursor, [source]);
  let cursor = stored?.cursor ?? '';
  while (signal?.aborted !== true) {
    const { owed, nextCursor } = await read(cursor);
    for (const message of stored === undefined ? [] : owed) {
      if (message === undefined || (await queueMessage(pool, message)) !== 'queued') continue;
      measures.repaired.inc();
      onQueued();
    }
    const atEnd = owed.length < page_size;
    // On the first run only the end is worth keeping: a walk that was interrupted starts over.
    if (stored !== undefined || atEnd) await query(pool, putCursor, [source, nextCursor]);
    cursor = nextCursor;
    if (atEnd) return;
  }
}
