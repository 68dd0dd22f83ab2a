import { ServiceError } from '@healthbooker/runtime/errors';
import { RULE_VERSION } from '../engine/decide.ts';
import { refusalToTake } from '../engine/refusal-to-take.ts';
import { maySee, type Urgency } from '../engine/urgency.ts';
import type { AccessNeed } from '../history/reservation.ts';
import type { BookingFacts, Busy, LockedSlot, Planned, ReferralRow, Wanting } from './booking.ts';
import { countOne } from './limits.ts';
import { type Named, refuseOutOfReach } from './out-of-reach.ts';
import { refuseReferral } from './referral.ts';
import { refuse, takeSeen, tooShort } from './refuse.ts';

/**
 * Decides about a slot that was picked: it must be free, or held for this patient, and within their reach. In a class
 * any seat will do: the one that is held for the patient, else the one that was picked, else the lowest available. What
 * is planned is marked as taken in `facts`. `named`: the field in which the caller named the slot, and what else says
 * where the patient can go.
 *
 * Errors: not-found; those of {@link refuseOutOfReach}; slot-taken (details.slotId, and reason `class-full` for a
 * class); too-soon for notice and horizon; conflict when the patient is somewhere else at that time; those of {@link
 * refuseReferral}.
 */
export function planBooking<Who extends Wanting>(
  booking: Who,
  slotId: string,
  facts: BookingFacts,
  { field = 'slotId', beside }: Partial<Omit<Named, 'slot'>> = {},
): Planned<Who> {
  const picked = facts.slots.get(slotId);
  if (picked === undefined) throw new ServiceError('not-found', 'There is no such time.');
  refuseOutOfReach(booking, { slot: picked, field, beside }, facts);
  const own = facts.holds.get(booking.patientId);
  const seats = seatsInSight(picked, facts);
  const held = seats.find(({ id, state }) => state === 'held' && own?.slot_id === id);
  const hold = held === undefined ? undefined : own;
  const referral = referralOf(booking, hold?.referral_id ?? null, picked.specialty_id, facts);
  const known = referral?.urgency ?? hold?.urgency;
  const urgency = known ?? booking.urgency;
  const by = { urgency, isStaff: booking.isStaff, now: facts.now, isOwnHold: hold !== undefined };
  const isToBeHad = (seat: LockedSlot) => refusalToTake(takeSeen(seat, by)) === null;
  const slot = held ?? [picked, ...seats].find(isToBeHad) ?? picked;
  refuse(slot, refusalToTake(takeSeen(slot, by)), { isClass: seats.length > 1 });
  const needs = [...new Set([...(hold?.needs ?? []), ...booking.needs])];
  const next = roomFor(needs, slot, urgency, booking.isStaff, facts);
  const longer = next === null ? slot : { ...slot, end_at: next.end_at };
  const other = overlap(facts.busy.get(booking.patientId), longer);
  const take = { ...takeSeen(longer, by), isBusy: other !== undefined };
  refuse(slot, refusalToTake(take), { other });
  return taken(facts, {
    booking,
    slot: longer,
    nextId: next?.id ?? null,
    holdId: hold?.id ?? null,
    referralId: referral?.id ?? null,
    urgency: known ?? null,
    needs,
    ruleVersion: hold?.proposal?.ruleVersion ?? RULE_VERSION,
    seen: { rule: 'take', take, proposal: hold?.proposal ?? null },
  });
}

/** All seats of the start that this slot is one of, the lowest first. */
function seatsInSight({ visit_id }: LockedSlot, { slots }: BookingFacts): LockedSlot[] {
  const seats = [...slots.values()].filter((slot) => slot.visit_id === visit_id);
  return seats.sort((a, b) => a.seat - b.seat);
}

/** Marks in `facts` what this booking takes. Errors: those of {@link countOne}, and then nothing is marked. */
export function taken<Who extends Wanting>(facts: BookingFacts, planned: Planned<Who>): Planned<Who> {
  const { booking, slot, nextId, holdId, referralId } = planned;
  const isLimited = !booking.isStaff && referralId === null && !booking.isOfReferral;
  if (isLimited && facts.counted !== undefined) countOne(facts.counted, booking, slot.specialty_id);
  facts.slots.set(slot.id, { ...slot, state: 'booked' });
  const next = facts.slots.get(nextId ?? '');
  if (next !== undefined) facts.slots.set(next.id, { ...next, state: 'closed' });
  if (holdId !== null) facts.holds.delete(booking.patientId);
  const referral = facts.referrals.get(referralId ?? '');
  if (referral !== undefined) {
    facts.referrals.set(referral.id, { ...referral, used_by: booking.appointmentId });
  }
  const busy = { appointmentId: booking.appointmentId, from: slot.start_at, to: slot.end_at };
  facts.busy.set(booking.patientId, [...(facts.busy.get(booking.patientId) ?? []), busy]);
  return planned;
}

/** The referral that this booking is for, checked. */
export function referralOf(
  booking: Wanting,
  heldFor: string | null,
  specialtyId: string,
  facts: BookingFacts,
): ReferralRow | undefined {
  const id = booking.referralId ?? heldFor;
  if (id === null) return undefined;
  const referral = facts.referrals.get(id);
  refuseReferral(referral, booking.patientId, specialtyId);
  return referral;
}

/** The slot that this visit takes in; null when it needs none, or when its hold has taken it in already. */
function roomFor(
  needs: readonly AccessNeed[],
  slot: LockedSlot,
  urgency: Urgency,
  isStaff: boolean,
  facts: BookingFacts,
): LockedSlot | null {
  if (needs.length === 0 || slot.own_end_at !== null) return null;
  const next = facts.slots.get(facts.nextOf.get(slot.id) ?? '');
  if (next?.state !== 'free') throw tooShort(slot.id);
  const isKept = next.release_at !== null && next.release_at > facts.now;
  if (isKept && !isStaff && !maySee(urgency, next.reserved_for)) throw tooShort(slot.id);
  return next;
}

function overlap(busy: readonly Busy[] | undefined, slot: LockedSlot): string | undefined {
  return busy?.find(({ from, to }) => from < slot.end_at && to > slot.start_at)?.appointmentId;
}
