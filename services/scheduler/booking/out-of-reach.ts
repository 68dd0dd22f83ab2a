import { ServiceError } from '@healthbooker/runtime/errors';
import type { BookingFacts, LockedSlot, Wanting } from './booking.ts';
import type { Reach } from './reach.ts';

/** What somebody says to who names a time out of a patient's reach: as an answer, never as a default. */
export type Agreed = { otherRegion: boolean; steps: boolean };

export const nothingAgreed: Agreed = { otherRegion: false, steps: false };

/** A time that is named, as far as it says where somebody would go. */
export type Place = Pick<LockedSlot, 'mode' | 'region_id' | 'is_step_free'>;

export type Named = {
  slot: Place;
  /** What the caller calls it. */
  field: string;
  /** Where the visit is that moves, or the first of its series. */
  beside?: Place | undefined;
};

/**
 * Refuses to take a named time where the patient cannot go. For a place without steps the profile's need counts, wherever
 * they have been before; only who agrees to the steps goes there. Another region is taken only when it was asked for: by
 * the need for which the patient holds a time, by the visit that moves, or because the caller says that it is agreed.
 *
 * The region that counts is the one that the profile says. That of the latest visit only chooses where we look for
 * somebody: it is no word of theirs, so that it refuses nothing that they name.
 *
 * Errors: those of {@link refuseBeyond}.
 */
export function refuseOutOfReach(
  { patientId, agreed }: Pick<Wanting, 'patientId' | 'agreed'>,
  { slot, field, beside }: Named,
  { reach, holds }: Pick<BookingFacts, 'reach' | 'holds'>,
): void {
  const { regionId = null, needsStepFree = false } = reach.get(patientId) ?? {};
  const home = regionId ?? beside?.region_id ?? slot.region_id;
  // A hold of the time before regions has no list of them.
  const asked = holds.get(patientId)?.proposal?.request.regionIds ?? [];
  const regionIds = [home, ...(beside === undefined ? [] : [beside.region_id]), ...asked];
  refuseBeyond(slot, field, { regionIds, needsStepFree }, agreed);
}

/** Refuses a time beyond a reach: invalid with the field, and details.reason `steps` or `other-region`. */
export function refuseBeyond(
  slot: Place,
  field: string,
  { regionIds, needsStepFree }: Reach,
  agreed = nothingAgreed,
): void {
  if (needsStepFree && slot.mode === 'in-person' && !slot.is_step_free && !agreed.steps) {
    throw beyond(field, 'is at a place that the patient cannot get to without steps', 'steps');
  }
  if (regionIds.includes(slot.region_id) || agreed.otherRegion) return;
  throw beyond(field, 'is in another region, to which the patient has not agreed', 'other-region');
}

function beyond(field: string, message: string, reason: string): ServiceError {
  return new ServiceError('invalid', 'Some fields are not right.', {
    fields: [{ field, message }],
    details: { reason },
  });
}
