import { ServiceError } from '@healthbooker/runtime/errors';
import type { SlotRow } from '../calendar/slot.ts';
import type { TakeRefusal, TakeSeen } from '../engine/refusal-to-take.ts';
import type { Urgency } from '../engine/urgency.ts';
import type { ReservationRow } from '../history/reservation.ts';

/** What `refusalToTake` looks at. */
export function takeSeen(
  slot: SlotRow,
  by: { urgency: Urgency; isStaff: boolean; now: Date; isOwnHold: boolean },
): TakeSeen {
  return {
    slotId: slot.id,
    providerId: slot.provider_id,
    startMs: slot.start_at.getTime(),
    endMs: slot.end_at.getTime(),
    // A slot that is not offered any more, such as one during a leave, cannot be booked through a hold either.
    state: slot.is_retired ? 'closed' : slot.state,
    isOwnHold: by.isOwnHold,
    noticeMs: slot.notice_min * 60_000,
    horizonMs: slot.horizon_days * 86_400_000,
    reservedFor: slot.reserved_for,
    releaseAtMs: slot.release_at?.getTime() ?? null,
    urgency: by.urgency,
    isStaff: by.isStaff,
    isBusy: false,
    nowMs: by.now.getTime(),
  };
}

/**
 * The error for a refusal, in words for the caller. `other`: the patient's visit at that time. `isClass`: the slot is a
 * seat of a class.
 */
export function refuse(
  slot: SlotRow,
  refusal: TakeRefusal | null,
  { other, isClass = false }: { other?: string | undefined; isClass?: boolean } = {},
): void {
  switch (refusal) {
    case null:
      return;
    case 'taken':
    case 'carved-out':
      throw isClass ? classFull(slot.id) : slotTaken(slot.id);
    case 'begun':
      throw new ServiceError('too-soon', 'This time has already begun.');
    case 'notice':
      throw new ServiceError('too-soon', `Please book at least ${duration(slot.notice_min)} ahead.`);
    case 'horizon':
      throw new ServiceError('too-soon', `Please book no more than ${slot.horizon_days} days ahead.`);
    case 'patient-busy':
      throw new ServiceError('conflict', 'You already have another visit at that time.', {
        details: { reason: 'overlap', ...(other === undefined ? {} : { appointmentId: other }) },
      });
  }
}

type Kind = Pick<ReservationRow, 'specialty_id' | 'visit_type_id' | 'mode'>;

/**
 * A visit keeps its kind when it moves: a patient who needs another kind books one. `field` is the field in which the
 * slot was named.
 */
export function refuseOtherKind(slot: Kind | undefined, visit: Kind, field: string): void {
  if (slot === undefined) return;
  const wrong = otherKind(slot, visit);
  if (wrong === undefined) return;
  throw new ServiceError('invalid', `A visit can only move to a time of its own kind: this ${wrong}.`, {
    fields: [{ field, message: wrong }],
  });
}

/**
 * Refuses a move to the visit's own slot, or to another seat of the same class. A visit may change seats when its own
 * is not offered any more: the class has fewer seats, or is at another place. `field` is the field in which the slot
 * was named.
 */
export function refuseSameTime(
  slot: Pick<SlotRow, 'id' | 'visit_id'> | undefined,
  old: Pick<SlotRow, 'id' | 'visit_id' | 'is_retired'> | undefined,
  field: string,
): void {
  if (slot === undefined || slot.visit_id !== old?.visit_id) return;
  if (old.is_retired && slot.id !== old.id) return;
  throw new ServiceError('invalid', 'The visit is at this time already.', {
    fields: [{ field, message: 'is the time the visit has now' }],
  });
}

function otherKind(slot: Kind, visit: Kind): string | undefined {
  if (slot.specialty_id !== visit.specialty_id) return 'is a time of another specialty';
  if (slot.visit_type_id !== visit.visit_type_id) return 'is a time for another kind of visit';
  return slot.mode === visit.mode ? undefined : `is a time for a visit ${inWords[slot.mode]}`;
}

const inWords = { 'in-person': 'in person', video: 'by video', phone: 'by phone' } as const;

/** A longer visit needs the slot after this one as well. */
export function tooShort(slotId: string): ServiceError {
  return new ServiceError('slot-taken', 'This time is too short: what you need takes longer.', {
    details: { slotId, reason: 'too-short' },
  });
}

/** Somebody else has the slot, or it is kept for more urgent needs. */
export function slotTaken(slotId: string): ServiceError {
  return new ServiceError('slot-taken', 'This time is no longer free.', { details: { slotId } });
}

/** No seat of a class is available: they are taken, or kept for more urgent needs. */
function classFull(slotId: string): ServiceError {
  return new ServiceError('slot-taken', 'This class is full.', { details: { slotId, reason: 'class-full' } });
}

function duration(minutes: number): string {
  const hours = minutes / 60;
  if (minutes < 60) return `${minutes} minutes`;
  return hours === 1 ? '1 hour' : `${Number(hours.toFixed(1))} hours`;
}
