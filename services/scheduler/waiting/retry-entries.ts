import { loadSql, query, type Transaction, transaction } from '@healthbooker/runtime/postgres';
import { localDate } from '../directory/local-time.ts';
import type { EntryRow } from './entry.ts';
import { findSlotForEntry } from './find-slot-for-entry.ts';
import { forEach } from './for-each.ts';
import { lockEntry, type Whose } from './lock-entry.ts';
import type { SettleParts } from './settle.ts';
import { zoneOf } from './waiting-need.ts';
import { type EntryStep, ownCause, selectEntry, writeEntry } from './write-entry.ts';

const dueForRetry = loadSql(import.meta.url, './entries-to-retry.sql');

/**
 * Searches the free slots again for the entries that were not searched for longest: a slot may fit now because the
 * horizon moved on or the patient became free. An entry whose last date has passed ends, and its patient is told. A few
 * entries a call.
 */
export async function retryEntries(parts: SettleParts): Promise<void> {
  const entries = await query<Whose & { appointment_id: string }>(parts.pool, dueForRetry, [parts.clock()]);
  await forEach(entries, async ({ appointment_id, ...whose }) => {
    const isPlaced = await transaction(
      parts.pool,
      async (tx) => {
        await lockEntry(tx, appointment_id, whose);
        const entry = await selectEntry(tx, appointment_id);
        if (entry?.state !== 'waiting') return false;
        if (await isOver(tx, entry, parts.clock())) {
          await writeEntry(tx, entry, over(entry), ownCause('end-entry', appointment_id), parts.clock());
          return true;
        }
        return (await findSlotForEntry(tx, parts, entry, parts.clock())).state !== 'waiting';
      },
      { attempts: 3 },
    );
    if (isPlaced) parts.relay.wake();
  });
}

/** Whether the last date that suits has passed where the visit would be. */
async function isOver(tx: Transaction, entry: EntryRow, now: Date): Promise<boolean> {
  const { latest_date } = entry;
  return latest_date !== null && latest_date < localDate(await zoneOf(tx, entry), now.getTime());
}

function over({ latest_date }: EntryRow): EntryStep {
  return { change: 'past', state: 'lapsed', seen: { rule: 'note', latestDate: latest_date } };
}
