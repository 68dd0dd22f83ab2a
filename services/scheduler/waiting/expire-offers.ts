import { loadSql, query, transaction } from '@healthbooker/runtime/postgres';
import { endOffer } from './end-offer.ts';
import type { EntryRow } from './entry.ts';
import { findSlotForEntry } from './find-slot-for-entry.ts';
import { forEach } from './for-each.ts';
import { lockEntry, type Whose } from './lock-entry.ts';
import { isRevoked } from './offered.ts';
import type { SettleParts } from './settle.ts';
import { type EntryStep, ownCause, selectEntry, writeEntry } from './write-entry.ts';

const expired = loadSql(import.meta.url, './expired-offers.sql');

/** After this many offers in a row without an answer the entry leaves the list. */
const MOST_MISSES = 3;

/**
 * Ends the offers whose time is up: the entry waits again with one more miss, or lapses, and its slot is settled. An
 * offer of a slot that is not offered any more ends as well, without a miss. Each has its own transaction; at most 50 a
 * call.
 */
export async function expireOffers(parts: SettleParts): Promise<void> {
  const offers = await query<Whose & { hold_id: string; entry_id: string }>(parts.pool, expired, [
    parts.clock(),
  ]);
  await forEach(offers, async ({ hold_id, entry_id, ...whose }) => {
    await transaction(
      parts.pool,
      async (tx) => {
        await lockEntry(tx, entry_id, whose);
        const entry = await selectEntry(tx, entry_id);
        const now = parts.clock();
        // Answered since it was listed.
        if (entry?.hold_id !== hold_id) return;
        const isGone = await isRevoked(tx, entry);
        if (!isGone && entry.expires_at > now) return;
        await endOffer(tx, entry, 'expired');
        const step = isGone ? revoked(entry) : missed(entry);
        const written = await writeEntry(tx, entry, step, ownCause('expire', hold_id), now);
        if (written.state === 'waiting') await findSlotForEntry(tx, parts, written, now);
      },
      { attempts: 3 },
    );
    parts.relay.wake();
  });
}

/** The hospital took the slot away, so it is no miss of the patient. */
function revoked({ misses, slot_id }: EntryRow): EntryStep {
  return { change: 'revoked', state: 'waiting', patch: { misses }, seen: { rule: 'note', slotId: slot_id } };
}

function missed(entry: EntryRow): EntryStep {
  const misses = entry.misses + 1;
  const seen = { rule: 'note', misses, endedAt: entry.expires_at } as const;
  return misses >= MOST_MISSES
    ? { change: 'lapsed', state: 'lapsed', patch: { misses }, seen }
    : { change: 'missed', state: 'waiting', patch: { misses }, seen };
}
