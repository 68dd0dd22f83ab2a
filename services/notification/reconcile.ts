import type { ProxyLink__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyLink';
import { pause } from '@healthbooker/runtime/backoff';
import type { Logger } from '@healthbooker/runtime/log';
import { type Pool, query, statement } from '@healthbooker/runtime/postgres';
import { type OwedMessage, queueMessage } from './ledger.ts';
import type { Measures } from './measures.ts';
import { messageOwed } from './owed.ts';
import { accountMessagesOwed } from './owed-account.ts';
import { type ProxyChange, proxyMessageOwed } from './owed-proxy.ts';
import { waitlistMessageOwed } from './owed-waitlist.ts';
import type { Peers } from './peers.ts';

const getCursor = statement('get-cursor', `select cursor from follower_cursor where source = $1`);
const putCursor = statement(
  'put-cursor',
  `insert into follower_cursor (source, cursor, updated_at) values ($1, $2, $3)
on conflict (source) do update set cursor = excluded.cursor, updated_at = excluded.updated_at`,
);

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
 * Compares the ledger with the scheduler's lists of changes at every interval, so that lost events are repaired.
 * Overlapping runs in several processes do no harm: the ledger takes each change once.
 */
export function startReconciler(options: ReconcilerOptions): { close(): Promise<void> } {
  const closing = new AbortController();
  async function loop(): Promise<void> {
    while (!closing.signal.aborted) {
      try {
        await takeAccountNotices(options, closing.signal);
      } catch (err) {
        options.log.warn({ err }, 'notices of changed accounts could not be taken over: it is tried again');
      }
      try {
        await reconcile(options, closing.signal);
      } catch (err) {
        options.log.warn(
          { err },
          'messages could not be compared with the changes in the scheduler: it is tried again',
        );
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
 * this ledger: it only walks to the end then, so that older appointments cause no mails. Rejects when the scheduler or
 * the database cannot be reached; what was read before stays done.
 */
export async function reconcile(options: ReconcilerOptions, signal?: AbortSignal): Promise<void> {
  const { peers, now } = options;
  await follow('scheduler.ListChanged', options, signal, async (cursor) => {
    const { reservations, nextCursor } = await peers.listChanged(cursor, page_size);
    const owed = reservations.map((one) => messageOwed(one, now()));
    return { owed, read: reservations.length, nextCursor };
  });
  await follow('scheduler.ListProxiesChanged', options, signal, async (cursor) => {
    const { links, nextCursor } = await peers.listProxiesChanged(cursor, page_size);
    const owed = links.flatMap(proxyChanges).map((one) => proxyMessageOwed(one, now()));
    return { owed, read: links.length, nextCursor };
  });
  await follow('scheduler.ListWaitlistChanged', options, signal, async (cursor) => {
    const { entries, nextCursor } = await peers.listWaitlistChanged(cursor, page_size);
    const owed = entries.map((one) => waitlistMessageOwed(one, now()));
    return { owed, read: entries.length, nextCursor };
  });
}

/**
 * What the patient is to know of a link: that it was asked for, or that it was opened, which stays so when it is reviewed
 * or ended later. These versions are the first, and the one that a colleague confirmed. And, for privacy, that it was disputed.
 */
function proxyChanges(link: ProxyLink__Output): ProxyChange[] {
  const { id: linkId, patientId, since, confirmBy, confirmedAt, state, disputedAt, version } = link;
  const wasOpened = confirmBy === '' || confirmedAt !== '';
  const change = wasOpened ? 'opened' : state === 'PROXY_STATE_UNCONFIRMED' ? 'asked' : 'ended';
  const told: ProxyChange = {
    linkId,
    version: confirmedAt === '' ? 1 : 2,
    patientId,
    change,
    changedAt: confirmedAt || since,
  };
  return disputedAt === ''
    ? [told]
    : [told, { linkId, version, patientId, change: 'disputed', changedAt: disputedAt }];
}

/**
 * Takes over what people are to be told of their own account, until nothing is left. A notice is off the list when the
 * ledger has it. Rejects when the appointment service or the database cannot be reached.
 */
export async function takeAccountNotices(options: ReconcilerOptions, signal?: AbortSignal): Promise<void> {
  const { pool, peers, now, onQueued } = options;
  let keptIds: string[] = [];
  do {
    const notices = await peers.takeAccountNotices(keptIds);
    for (const owed of notices.flatMap((notice) => accountMessagesOwed(notice, now()))) {
      if ((await queueMessage(pool, owed, now())) === 'queued') onQueued();
    }
    keptIds = notices.map(({ id }) => id);
  } while (keptIds.length > 0 && signal?.aborted !== true);
}

/** What somebody is owed, and how much was read to find that. */
type Page = { owed: (OwedMessage | undefined)[]; read: number; nextCursor: string };

async function follow(
  source: string,
  { pool, measures, now, onQueued }: ReconcilerOptions,
  signal: AbortSignal | undefined,
  read: (cursor: string) => Promise<Page>,
): Promise<void> {
  const [stored] = await query<{ cursor: string }>(pool, getCursor, [source]);
  let cursor = stored?.cursor ?? '';
  while (signal?.aborted !== true) {
    const { owed, read: count, nextCursor } = await read(cursor);
    for (const message of stored === undefined ? [] : owed) {
      if (message === undefined || (await queueMessage(pool, message, now())) !== 'queued') continue;
      measures.repaired.inc();
      onQueued();
    }
    const atEnd = count < page_size;
    // On the first run only the end is worth keeping: a walk that was interrupted starts over.
    if (stored !== undefined || atEnd) await query(pool, putCursor, [source, nextCursor, new Date(now())]);
    cursor = nextCursor;
    if (atEnd) return;
  }
}
