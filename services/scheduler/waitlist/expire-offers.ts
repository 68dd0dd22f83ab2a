import { loadSql, query, transaction } from '@healthbooker/runtime/postgres';
import type { SettleParts } from '../booking/settle.ts';
import { endOffer } from './end-offer.ts';
import { lockEntry, type Whose } from './lock.ts';
import { place } from './place.ts';
import { ownCause, selectEntry, writeEntry } from './write-entry.ts';

const expired = loadSql(import.meta.url, '../sql/expired-offers.sql');

/** Offers in a row that may end without an answer; the last of them takes the entry off the list. */
const MOST_MISSES = 3;

/**
 * Ends the offers whose time is up: the entry waits again, with one more miss, or lapses; the slots are then to be
 * settled. Each in a transaction of its own, at most 50 in one go.
 */
export async function expireOffers(parts: SettleParts): Promise<void> {
  const offers = await query<Whose & { hold_id: string; entry_id: string }>(parts.pool, expired, [
    parts.clock(),
  ]);
  for (const { hold_id, entry_id, ...whose } of offers) {
    await transaction(
      parts.pool,
      async (tx) => {
        await lockEntry(tx, entry_id, whose);
        const entry = await selectEntry(tx, entry_id);
        const now = parts.clock();
        // Answered since it was listed.
        if (entry?.hold_id !== hold_id || entry.expires_at > now) return;
        await endOffer(tx, entry, 'expired');
        const misses = entry.misses + 1;
        const isOver = misses >= MOST_MISSES;
        const seen = { rule: 'note', misses, endedAt: entry.expires_at } as const;
        const written = await writeEntry(
          tx,
          entry,
          isOver
            ? { change: 'lapsed', state: 'lapsed', patch: { misses }, seen }
            : { change: 'missed', state: 'waiting', patch: { misses }, seen },
          ownCause('expire', hold_id),
          now,
        );
        if (!isOver) await place(tx, parts, written, now);
      },
      { attempts: 3 },
    );
    parts.relay.wake();
  }
}
