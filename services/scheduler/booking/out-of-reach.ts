import { ServiceError } from '@healthbooker/runtime/errors';
import type { BookingFacts, LockedSlot, Wanting } from './booking.ts';
import type { Reach } from './reach.ts';

/** What the patient has agreed to for a time out of their reach: always an answer to a question, never a default. */
export type Agreed = { otherRegion: boolean; steps: boolean };

export const nothingAgreed: Agreed = { otherRegion: false, steps: false };

/** Where a named time would take place. */
export type Place = Pick<LockedSlot, 'mode' | 'region_id' | 'is_step_free'>;

export type Named = {
  slot: Place;
  /** The field in which the caller named it. */
  field: string;
  /** Where the visit that moves, or the first of its series, takes place. */
  beside?: Place | undefined;
};

/**
 * Refuses to take a named time where the patient cannot go. The profile's need for a place without steps counts
 * wherever the patient has been before; they go to a place with steps only if they agree to the steps. Another region
 * is taken only when it was asked for: by the need for which the patient holds a time, by the visit that moves, or
 * because the caller says that it is agreed.
 *
 * The region that counts is the profile's. The region of the latest visit only guides the search; the patient never
 * stated it, so it refuses nothing that they name.
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
