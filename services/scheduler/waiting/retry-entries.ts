import type { Logger } from '@healthbooker/runtime/log';
import { loadSql, query, type Transaction, transaction } from '@healthbooker/runtime/postgres';
import { localDate } from '../directory/local-time.ts';
import type { Measures } from '../measures.ts';
import type { EntryRow } from './entry.ts';
import { findSlotForEntry } from './find-slot-for-entry.ts';
import { forEach } from './for-each.ts';
import { lockEntry, type Whose } from './lock-entry.ts';
import type { SettleParts } from './settle.ts';
import { zoneOf } from './waiting-need.ts';
import { type EntryStep, ownCause, selectEntry, writeEntry } from './write-entry.ts';

const sql = {
  due: loadSql(import.meta.url, './entries-to-retry.sql'),
  notSeen: loadSql(import.meta.url, './entries-not-seen.sql'),
};

/** As many as `entries-to-retry.sql` takes, and how often one sweep takes them. */
const AT_ONCE = 8;
const ROUNDS = 8;
/** When an entry is due again whose look failed. */
const AGAIN_AFTER_MS = 60_000;
/** An entry is looked at so often without a mark, one of them in each sweep. */
const BACKSTOP_AFTER_MS = 7 * 86_400_000;

export type RetryParts = SettleParts & { log: Logger; measures: Pick<Measures, 'retries'> };
type Due = Whose & { appointment_id: string };
type Reason = 'due' | 'not-seen';
/** What came of a look: a slot, the end of the entry, or nothing. */
type Outcome = 'placed' | 'ended' | 'waits';

/**
 * Looks through the free slots again for the entries that are due: something changed that may let one fit, or their last
 * date passes, and then they end, which the patient is told. README.md lists what makes an entry due. Besides, one entry
 * at which nobody has looked for a week: if that ever finds something, a mark is missing. Bounded; call again.
 */
export async function retryEntries(parts: RetryParts): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const now = parts.clock();
    const due = await query<Due>(parts.pool, sql.due, [now, later(now, AGAIN_AFTER_MS)]);
    await forEach(due, (entry) => retry(parts, entry, 'due'));
    if (due.length < AT_ONCE) break;
  }
  const now = parts.clock();
  const params = [later(now, -BACKSTOP_AFTER_MS), later(now, AGAIN_AFTER_MS)];
  const forgotten = await query<Due>(parts.pool, sql.notSeen, params);
  await forEach(forgotten, (entry) => retry(parts, entry, 'not-seen'));
}

async function retry(parts: RetryParts, { appointment_id, ...whose }: Due, reason: Reason): Promise<void> {
  const outcome = await transaction(
    parts.pool,
    async (tx): Promise<Outcome> => {
      await lockEntry(tx, appointment_id, whose);
      const entry = await selectEntry(tx, appointment_id);
      if (entry?.state !== 'waiting') return 'waits';
      if (await isOver(tx, entry, parts.clock())) {
        await writeEntry(tx, entry, over(entry), ownCause('end-entry', appointment_id), parts.clock());
        return 'ended';
      }
      const { state } = await findSlotForEntry(tx, parts, entry, parts.clock());
      return state === 'waiting' ? 'waits' : 'placed';
    },
    { attempts: 3 },
  );
  parts.measures.retries.inc({ reason, outcome });
  if (outcome === 'waits') return;
  parts.relay.wake();
  if (reason === 'not-seen') {
    parts.log.warn(
      { appointmentId: appointment_id, outcome },
      'who waits was found though nothing marked them',
    );
  }
}

/** Whether the last date that suits has passed where the visit would be. */
async function isOver(tx: Transaction, entry: EntryRow, now: Date): Promise<boolean> {
  const { latest_date } = entry;
  return latest_date !== null && latest_date < localDate(await zoneOf(tx, entry), now.getTime());
}

function over({ latest_date }: EntryRow): EntryStep {
  return { change: 'past', state: 'lapsed', seen: { rule: 'note', latestDate: latest_date } };
}

function later(now: Date, ms: number): Date {
  return new Date(now.getTime() + ms);
}
