import { loadSql, query, type Transaction, together, transaction } from '@healthbooker/runtime/postgres';
import { toProposal, toRankSeen } from '../engine/proposal.ts';
import { lockEntries, lockPatients, lockSlots, lockSpecialties } from '../locks.ts';
import type { Parts } from '../parts.ts';
import { type Found, findMatches } from './find-matches.ts';
import { requestOf } from './fitting-slot.ts';
import { type Gift, giveSlot } from './give-slot.ts';

const sql = {
  next: loadSql(import.meta.url, './next-settling.sql'),
  stillFit: loadSql(import.meta.url, './still-fit.sql'),
  settle: loadSql(import.meta.url, './settle-slots.sql'),
};

/** How many slots one transaction settles when nobody waits, and when somebody does. */
const AT_ONCE = 1000;
const AT_ONCE_WAITED_FOR = 100;
/** How many pairs of slot and waiting entry one transaction compares at most: about 100 ms. */
const PAIRS_AT_ONCE = 50_000;

export type SettleParts = Pick<Parts, 'pool' | 'clock' | 'tieBreak' | 'relay'>;

/** A pair of entry and slot that is possible, and the entry's version. */
type StillFit = { appointment_id: string; slot_id: string; version: number };

/** How many slots were settled, and whether others are left. */
export type Settled = { settled: number; more: boolean };

/**
 * A freed slot, with the number of entries that wait in its specialty and the number of slots that may be settled at
 * once.
 */
type Freed = { id: string; closes: boolean; waiting: number; at_most: number };

/**
 * Settles freed slots of a specialty, one settler at a time. Each is offered to the first waiting entry that it fits,
 * or booked when that patient accepted beforehand; else it becomes free. A slot that is not offered any more or has
 * begun is closed. One bounded transaction: call again while there is more.
 */
export async function settleSpecialty(
  parts: SettleParts,
  specialtyId: string,
  deadline?: number,
): Promise<Settled> {
  const { given, ...settled } = await transaction(parts.pool, (tx) => settleOnce(tx, parts, specialtyId), {
    attempts: 3,
    ...(deadline === undefined ? {} : { deadline }),
  });
  if (given > 0) parts.relay.wake();
  return settled;
}

async function settleOnce(
  tx: Transaction,
  parts: SettleParts,
  specialtyId: string,
): Promise<Settled & { given: number }> {
  const now = parts.clock();
  const limits = [AT_ONCE, AT_ONCE_WAITED_FOR, PAIRS_AT_ONCE];
  const [, slots] = await together([
    lockSpecialties(tx, [specialtyId]),
    query<Freed>(tx, sql.next, [specialtyId, now, ...limits]),
  ]);
  const open = slots.filter(({ closes }) => !closes).map(({ id }) => id);
  const isWaitedFor = slots.some(({ waiting }) => waiting > 0);
  const matches = isWaitedFor && open.length > 0 ? await findMatches(tx, parts, specialtyId, open, now) : [];
  const { given, lost } = await giveAll(tx, matches, now);
  const rest = slots.map(({ id }) => id).filter((id) => !given.has(id) && !lost.has(id));
  if (rest.length > 0) await query(tx, sql.settle, [rest, now]);
  return {
    settled: slots.length - lost.size,
    more: slots.length === slots[0]?.at_most || lost.size > 0,
    given: given.size,
  };
}

/**
 * Carries out the matches. They are checked again with everything locked: an entry that booked or left in between is
 * skipped, and its slot is settled the next time.
 */
async function giveAll(
  tx: Transaction,
  matches: readonly Found[],
  now: Date,
): Promise<{ given: Set<string>; lost: Set<string> }> {
  const given = new Set<string>();
  const lost = new Set<string>();
  if (matches.length === 0) return { given, lost };
  const patients = new Set(matches.map(({ entry }) => entry.patient_id));
  const pairs = [matches.map(({ entryId }) => entryId), matches.map(({ slotId }) => slotId)];
  const [, , , still] = await together([
    lockPatients(tx, patients),
    lockEntries(
      tx,
      matches.map(({ entryId }) => entryId),
    ),
    lockSlots(tx, matches.flatMap(slotsOf)),
    query<StillFit>(tx, sql.stillFit, pairs),
  ]);
  const versions = new Map(still.map((fit) => [`${fit.appointment_id} ${fit.slot_id}`, fit.version]));
  for (const one of matches) {
    const { entry } = one;
    const isSame = versions.get(`${one.entryId} ${one.slotId}`) === entry.version;
    const row = isSame ? await giveSlot(tx, entry, toGift(one, now), now) : undefined;
    for (const id of slotsOf(one)) (row === undefined ? lost : given).add(id);
  }
  return { given, lost };
}

function slotsOf({ slotId, nextId }: Found): string[] {
  return nextId === undefined ? [slotId] : [slotId, nextId];
}

function toGift({ decision, rows, entry, fit, slotId, entries }: Found, now: Date): Gift {
  const nowMs = now.getTime();
  const proposal = toProposal(requestOf(entry), rows, decision, nowMs);
  return { fit, proposal, seen: { ...toRankSeen(nowMs, slotId, entries), proposal } };
}
