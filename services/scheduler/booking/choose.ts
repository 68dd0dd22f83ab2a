import { ServiceError } from '@healthbooker/runtime/errors';
import { loadSql, query, type Transaction, together } from '@healthbooker/runtime/postgres';
import { decide, RULE_VERSION } from '../engine/decide.ts';
import { type Proposal, toProposal } from '../engine/proposal.ts';
import type { SlotSeen } from '../engine/request.ts';
import { drawnFor } from '../engine/tie-break.ts';
import type { Parts } from '../parts.ts';
import {
  type Booking,
  type BookingFacts,
  type LockedSlot,
  lockedSlotColumns,
  type Planned,
} from './booking.ts';
import { type Fitting, findForAnyone, type LoadsOf } from './find-candidates.ts';
import { HORIZON_MS } from './lock-booking-facts.ts';
import { nextSlots } from './longer.ts';
import { referralOf, taken } from './plan-booking.ts';
import { wishOf } from './referral.ts';
import { bestSeats, type FreeSeats } from './seats.ts';

const findVisitType = loadSql(import.meta.url, './find-visit-type.sql');
const lockBest = loadSql(import.meta.url, './lock-best-slots.sql', { lockedSlotColumns });

/** Slots read for a batch, and for a booking that found none among them. */
const LOOKED_AT = 100;
const LOOKED_AT_AGAIN = 1000;
const LOOKS_AGAIN = 3;
/** How many slots a decision keeps, and how many in a rush: writing them is most of what a batch costs. */
const KEPT = { fitting: 12, rejected: 8 };
const KEPT_IN_RUSH = { fitting: 2, rejected: 1 };
/** This many bookings that want the same at once are a rush. */
const RUSH = 5;

/** What batches work with. They share the count of how busy providers are. */
export type ReserveParts = Parts & { loadsOf: LoadsOf };

/** What bookings that want the same choose from. */
type Candidates = Pick<Fitting, 'request'> & {
  /** A row for each seat that may be locked. */
  rows: ReadonlyMap<string, SlotSeen>;
  /** The start that a seat belongs to. */
  startOf: ReadonlyMap<string, string>;
  /** How many there were of each kind, and the best of those that do not fit. */
  seen: Proposal['seen'];
  rejected: readonly SlotSeen[];
  kept: typeof KEPT;
  /**
   * Slots that a booking on its own would have been compared with: those that others just took, and those that rank
   * lower.
   */
  others: readonly SlotSeen[];
  /** The best seats that fit and could be locked, best first: as many as there are bookings. */
  locked: readonly string[];
};

/** Candidates by booking. */
export type CandidatesOf = ReadonlyMap<Booking, Candidates>;

/**
 * Reads slots once for all bookings of a batch that want the same, and locks as many of the best as are needed. Slots
 * that another batch has locked are skipped.
 */
export async function lockCandidates(
  tx: Transaction,
  parts: ReserveParts,
  bookings: readonly Booking[],
  facts: BookingFacts,
): Promise<CandidatesOf> {
  const groups = new Map<string, Booking[]>();
  for (const booking of bookings) {
    if (booking.slotId !== null) continue;
    const { urgency, wish, needs, referralId } = booking;
    const key = JSON.stringify([urgency, wish, needs.length > 0, referralId]);
    groups.set(key, [...(groups.get(key) ?? []), booking]);
  }
  // The groups' statements travel together.
  const candidates = [...groups.values()].map(async (group) => {
    const found = await lockFor(tx, parts, group, facts, LOOKED_AT);
    return group.map((booking) => [booking, found] as const);
  });
  return new Map((await together(candidates)).flat());
}

/**
 * Decides which of the locked slots one booking gets, and marks it as taken in `facts`.
 *
 * Errors: conflict with details.reason `nothing-fits`; invalid for a visit type of another specialty; those of the
 * referral.
 */
export async function choose(
  tx: Transaction,
  parts: ReserveParts,
  booking: Booking,
  candidates: CandidatesOf,
  facts: BookingFacts,
): Promise<Planned> {
  const referral = referralOf(booking, null, booking.wish?.specialtyId ?? '', facts);
  const common = candidates.get(booking);
  let found = common && chooseFrom(common, parts, booking, facts);
  // None was left that suits this patient, or others took them. Others may take more while this reads again.
  for (let again = 0; found === undefined && again < LOOKS_AGAIN; again += 1) {
    const own = await lockFor(tx, parts, [booking], facts, LOOKED_AT_AGAIN);
    found = chooseFrom(own, parts, booking, facts);
    if (own.seen.fitting === 0) break;
  }
  const slot = facts.slots.get(found?.chosen ?? '');
  if (found === undefined || slot === undefined) throw await nothingFits(tx, booking);
  const next = booking.needs.length > 0 ? facts.slots.get(facts.nextOf.get(slot.id) ?? '') : undefined;
  return taken(facts, {
    booking,
    slot: next === undefined ? slot : { ...slot, end_at: next.end_at },
    nextId: next?.id ?? null,
    holdId: null,
    referralId: referral?.id ?? null,
    urgency: referral?.urgency ?? null,
    needs: booking.needs,
    ruleVersion: RULE_VERSION,
    seen: { rule: 'choose', proposal: found },
  });
}

function chooseFrom(candidates: Candidates, parts: ReserveParts, booking: Booking, facts: BookingFacts) {
  const { rows, startOf, rejected, others, kept, locked, request } = candidates;
  const isThere = (id: string | undefined) => facts.slots.get(id ?? '')?.state === 'free';
  const toBeHad = locked.filter((id) => isThere(id) && (!request.isLonger || isThere(facts.nextOf.get(id))));
  // One seat of each class: for the patient all seats are alike.
  const mine = [...new Map(toBeHad.toReversed().map((id) => [startOf.get(id), id])).values()].toReversed();
  const who = drawnFor(booking.patientId, booking.wish?.specialtyId ?? '');
  const fitting = mine.slice(0, kept.fitting).flatMap((id) => rows.get(id) ?? []);
  if (fitting.length === 0) return undefined;
  const seen = [...fitting, ...others, ...rejected].map((row) => ({
    ...row,
    tieBreak: parts.tieBreak(row.slotId, who),
  }));
  const whole = { ...request, busy: busyOf(booking, facts) };
  const nowMs = facts.now.getTime();
  const observe = parts.measures.decideSeconds.startTimer();
  const final = decide(RULE_VERSION, whole, seen, nowMs);
  observe();
  if (final.chosen === null) return undefined;
  return { ...toProposal(whole, seen, final, nowMs), seen: candidates.seen };
}

/** Where only one booking wants it, the other visits of its patient are taken into account. */
async function lockFor(
  tx: Transaction,
  parts: ReserveParts,
  group: readonly Booking[],
  facts: BookingFacts,
  limit: number,
): Promise<Candidates> {
  const [first] = group;
  if (first?.wish === undefined || first.wish === null)
    throw new Error('a booking names no slot and no need');
  const referral = facts.referrals.get(first.referralId ?? '');
  const { urgency, needs } = first;
  const wish = wishOf({ ...first.wish, urgency, isLonger: needs.length > 0 }, referral);
  const until = new Date(facts.now.getTime() + HORIZON_MS);
  const isAlone = group.length === 1;
  const who = drawnFor(first.patientId, wish.specialtyId);
  const hash = (slotId: string) => (isAlone ? parts.tieBreak(slotId, who) : '');
  const looked = await findForAnyone(tx, wish, { now: facts.now, until }, limit, hash, parts.loadsOf);
  await seeNext(tx, wish.isLonger ? looked.rows.map(toId) : [], facts);
  const starts = looked.rows.map((row) => asPlanned(row, looked.freeSeats, facts));
  const found = { request: looked.request, rows: starts.map(({ row }) => row) };
  const freeSeats = new Map(starts.map(({ row, seats }) => [row.slotId, seats]));
  const busy = isAlone ? busyOf(first, facts) : [];
  const decision = decide(RULE_VERSION, { ...found.request, busy }, found.rows, facts.now.getTime());
  const best = bestSeats(decision.ranked, freeSeats, limit);
  if (limit < LOOKED_AT_AGAIN && best.seats.length < group.length && looked.rows.length === limit) {
    return lockFor(tx, parts, group, facts, LOOKED_AT_AGAIN);
  }
  // A longer visit needs two slots, and somebody else may have the second.
  const count = wish.isLonger ? group.length * 3 : group.length;
  const locked = await lockBestOf(tx, best.seats, count, facts);
  await seeNext(tx, wish.isLonger ? locked : [], facts);
  const following = wish.isLonger ? locked.flatMap((id) => facts.nextOf.get(id) ?? []) : [];
  if (following.length > 0) await lockBestOf(tx, following, following.length, facts);
  const byId = new Map(found.rows.map((row) => [row.slotId, row]));
  const { seen } = toProposal({ ...found.request, busy }, found.rows, decision, facts.now.getTime());
  const kept = group.length < RUSH ? KEPT : KEPT_IN_RUSH;
  const rejected = decision.rejected.slice(0, kept.rejected).flatMap(({ slotId }) => byId.get(slotId) ?? []);
  const taken = locked.flatMap((id) => best.startOf.get(id) ?? []);
  const others = isAlone ? othersThan(taken, decision.ranked.slice(0, kept.fitting), byId) : [];
  const rows = new Map(
    [...best.startOf].flatMap(([slotId, start]) => {
      const row = byId.get(start);
      return row === undefined ? [] : [[slotId, { ...row, slotId }] as const];
    }),
  );
  return { request: found.request, rows, startOf: best.startOf, rejected, others, seen, locked, kept };
}

/** Adds to the facts which slots follow these. */
async function seeNext(tx: Transaction, slotIds: readonly string[], { nextOf }: BookingFacts): Promise<void> {
  const unseen = slotIds.filter((id) => !nextOf.has(id));
  for (const [id, next] of await nextSlots(tx, unseen)) nextOf.set(id, next);
}

/** Adds the slots that this locks to the facts, unless they are there already. */
async function lockBestOf(
  tx: Transaction,
  ranking: readonly string[],
  count: number,
  { slots }: BookingFacts,
): Promise<string[]> {
  const rows = await query<LockedSlot>(tx, lockBest, [ranking, count]);
  for (const slot of rows) if (!slots.has(slot.id)) slots.set(slot.id, slot);
  return rows.map(({ id }) => id);
}

/** The rest of a ranking of starts. Whatever ranks before the first slot that could be locked counts as taken. */
function othersThan(
  locked: readonly string[],
  ranking: readonly string[],
  rows: ReadonlyMap<string, SlotSeen>,
): SlotSeen[] {
  const first = ranking.indexOf(locked[0] ?? '');
  return ranking.flatMap((id, place) => {
    const row = rows.get(id);
    if (row === undefined || locked.includes(id)) return [];
    return [place < first || first === -1 ? { ...row, taken: true } : row];
  });
}

/**
 * A start after what this batch has planned so far, which the database does not know yet: its lowest free seat, and all
 * its free seats.
 */
function asPlanned(
  row: SlotSeen,
  freeSeats: FreeSeats,
  { slots, nextOf }: BookingFacts,
): { row: SlotSeen; seats: readonly string[] } {
  const isGone = (id: string | undefined) => (slots.get(id ?? '')?.state ?? 'free') !== 'free';
  const seats = (freeSeats.get(row.slotId) ?? [row.slotId]).filter((id) => !isGone(id));
  const [slotId] = seats;
  if (slotId === undefined) return { row: { ...row, taken: true }, seats };
  const isTooShort = row.longerEndMs !== null && isGone(nextOf.get(slotId));
  return { row: { ...row, slotId, longerEndMs: isTooShort ? null : row.longerEndMs }, seats };
}

const toId = ({ slotId }: SlotSeen) => slotId;

function busyOf({ patientId }: Booking, { busy }: BookingFacts): { fromMs: number; toMs: number }[] {
  return (busy.get(patientId) ?? []).map(({ from, to }) => ({ fromMs: from.getTime(), toMs: to.getTime() }));
}

async function nothingFits(tx: Transaction, { wish }: Booking): Promise<ServiceError> {
  const [visitType] = await query(tx, findVisitType, [wish?.visitTypeId, wish?.specialtyId]);
  if (visitType === undefined) {
    return new ServiceError('invalid', 'Some fields are not right.', {
      fields: [{ field: 'need.visitTypeId', message: 'is no visit type of this specialty' }],
    });
  }
  return new ServiceError('conflict', 'No free time fits at the moment.', {
    details: { reason: 'nothing-fits' },
  });
}
