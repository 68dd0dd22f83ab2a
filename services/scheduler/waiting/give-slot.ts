import { randomUUID } from 'node:crypto';
import { ServiceError } from '@healthbooker/runtime/errors';
import { loadSql, query, statement, type Transaction } from '@healthbooker/runtime/postgres';
import { hasRoom } from '../booking/limits.ts';
import { mergeSlots } from '../booking/longer.ts';
import type { Proposal, Seen } from '../engine/proposal.ts';
import { lockSlots } from '../locks.ts';
import { bookEntry } from './book-entry.ts';
import type { EntryRow } from './entry.ts';
import { type Fit, offerEndOf } from './fitting-slot.ts';
import { offerWhy } from './offer-why.ts';
import { ownCause, selectEntry, writeEntry } from './write-entry.ts';

const sql = {
  holdSlot: loadSql(import.meta.url, './hold-settling.sql'),
  insertOffer: statement(
    'insert-offer',
    `insert into hold(id, slot_id, patient_id, entry_id, urgency, proposal, expires_at, offered_at, state)
values ($1, $2, $3, $4, $5, $6, $7, $8, 'open')`,
  ),
};

export type Gift = { fit: Fit; proposal: Proposal; seen: Seen };

/**
 * Offers a free slot to a waiting entry, or books it when the patient accepted beforehand. A patient who is at a limit,
 * or whose region is unknown, gets an offer in any case and decides. Specialty and patient are locked. Undefined when
 * somebody took the slot in between.
 */
export async function giveSlot(
  tx: Transaction,
  entry: EntryRow,
  gift: Gift,
  now: Date,
): Promise<EntryRow | undefined> {
  const { fit, proposal, seen } = gift;
  if (!(await claim(tx, fit))) return undefined;
  const { ruleVersion } = proposal;
  const holdId = randomUUID();
  if (await isBookedAtOnce(tx, entry, now)) {
    await bookEntry(tx, entry, fit.id, { seen, ruleVersion }, ownCause('book-waiting', holdId), now);
    return selectEntry(tx, entry.appointment_id);
  }
  const expiresAt = offerEndOf(entry.urgency, fit, now);
  if (expiresAt === undefined) throw new Error('a slot was chosen for an offer that cannot be answered');
  const offer = query(tx, sql.insertOffer, [
    holdId,
    fit.id,
    entry.patient_id,
    entry.appointment_id,
    entry.urgency,
    { ...proposal, why: offerWhy(entry, fit) },
    expiresAt,
    now,
  ]);
  const step = { change: 'offered', state: 'offered', ruleVersion, seen } as const;
  return writeEntry(tx, entry, step, ownCause('offer', holdId), now, offer);
}

async function isBookedAtOnce(tx: Transaction, entry: EntryRow, now: Date): Promise<boolean> {
  if (!entry.auto_accept || entry.region_ids.length === 0) return false;
  const { patient_id: patientId, specialty_id: specialtyId } = entry;
  return entry.referral_id !== null || hasRoom(tx, { patientId, specialtyId }, now);
}

async function claim(tx: Transaction, { id, next_id }: Fit): Promise<boolean> {
  if (next_id !== null) {
    const locked = await lockSlots(tx, [id, next_id]);
    if (!locked.every(({ state }) => state === 'free' || state === 'settling')) return false;
    await mergeSlots(tx, new Map([[id, next_id]]));
  }
  const held = await query(tx, sql.holdSlot, [id]);
  if (held.length === 1) return true;
  if (next_id === null) return false;
  // The two slots are merged already: only a rollback separates them.
  throw new ServiceError('unavailable', 'Please try again.', { retryAfterMs: 1000 });
}
