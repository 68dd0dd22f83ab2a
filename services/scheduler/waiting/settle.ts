import {
  loadSql,
  query,
  statement,
  type Transaction,
  together,
  transaction,
} from '@healthbooker/runtime/postgres';
import { toProposal, toRankSeen } from '../engine/proposal.ts';
import { lockEntries, lockPatients, lockSlots, lockSpecialties } from '../locks.ts';
import type { Parts } from '../parts.ts';
import { type Found, findMatches } from './find-matches.ts';
import { requestOf } from './fitting-slot.ts';
import { type Gift, giveSlot } from './give-slot.ts';

const sql = {
  next: loadSql(import.meta.url, './next-settling.sql'),
  /** Free seats of the starts of these slots: a seat that is freed may have kept somebody from another one of its start. */
  beside: statement(
    'free-seats-beside',
    `select o.id, o.visit_id
from slot s
join slot o on o.provider_id = s.provider_id and o.start_at = s.start_at and o.visit_id = s.visit_id
where s.id = any ($1::uuid[]) and o.state = 'free'`,
  ),
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

/** A freed slot, with how many wait in its specialty and how many slots are settled at once for that reason. */
type Freed = Seat & { closes: boolean; waiting: number; at_most: number };

/** A slot, and what it shares with the other seats of its start. */
type Seat = { id: string; visit_id: string };

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
  const isMatched = isWaitedFor && open.length > 0;
  const beside = isMatched ? await query<Seat>(tx, sql.beside, [open]) : [];
  const toGive = [...open, ...beside.map(({ id }) => id)];
  const matches = isMatched ? await findMatches(tx, parts, specialtyId, toGive, now) : [];
  const { given, lost } = await giveAll(tx, matches, now);
  const isLost = startsOf([...slots, ...beside], lost);
  const rest = slots.filter(({ id, visit_id }) => !given.has(id) && !isLost.has(visit_id));
  const restIds = rest.map(({ id }) => id);
  if (rest.length > 0) await query(tx, sql.settle, [restIds, now]);
  const settled = slots.filter(({ id }) => given.has(id)).length + rest.length;
  return {
    settled,
    more: slots.length === slots[0]?.at_most || lost.size > 0,
    given: given.size,
  };
}

/** The starts of slots with these ids: while one of them is to be matched again, its freed seats go on settling. */
function startsOf(seats: readonly Seat[], ids: ReadonlySet<string>): Set<string> {
  return new Set(seats.flatMap(({ id, visit_id }) => (ids.has(id) ? [visit_id] : [])));
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
