import { loadSql, query, transaction } from '@healthbooker/runtime/postgres';
import { forEach } from '../booking/for-each.ts';
import type { SettleParts } from '../booking/settle.ts';
import { lockEntry, type Whose } from './lock.ts';
import { place } from './place.ts';
import { selectEntry } from './write-entry.ts';

const toLook = loadSql(import.meta.url, '../sql/entries-to-look.sql');

/**
 * Looks through the free slots again for the entries that were not looked at for longest: one may fit that did not
 * before, because the horizon moved on or the patient has time then. A few at a time; call again.
 */
export async function lookAgain(parts: SettleParts): Promise<void> {
  const entries = await query<Whose & { appointment_id: string }>(parts.pool, toLook, [parts.clock()]);
  await forEach(entries, async ({ appointment_id, ...whose }) => {
    const isPlaced = await transaction(
      parts.pool,
      async (tx) => {
        await lockEntry(tx, appointment_id, whose);
        const entry = await selectEntry(tx, appointment_id);
        if (entry?.state !== 'waiting') return false;
        return (await place(tx, parts, entry, parts.clock())).state !== 'waiting';
      },
      { attempts: 3 },
    );
    if (isPlaced) parts.relay.wake();
  });
}
