import { foundColumns, type SlotFound } from '../booking/find-candidates.ts';
import { columnsOfView } from '../calendar/slot.ts';
import type { AllocationRequest } from '../engine/request.ts';
import type { Urgency } from '../engine/urgency.ts';
import type { EntryRow } from './entry.ts';
import { offerDeadline } from './offer-deadline.ts';

/** A slot that an entry could be given. */
export type Fit = SlotFound & {
  appointment_id: string;
  /** The slot that a longer visit takes in. */
  next_id: string | null;
  /** Shared by the seats of a class. */
  visit_id: string;
};

/** The columns of a {@link Fit} from `waitlist_fit f`, where the id of the slot is called `slot_id`. */
export const fitColumns = `${columnsOfView('f', foundColumns).replace('f.id', 'f.slot_id as id')}, f.appointment_id,
  f.next_id, f.visit_id, f.seat, case when f.next_id is null then null else f.end_at end as longer_end_at`;

/** The request that `decide` gets for an entry. It has been checked already that the patient is free at those times. */
export function requestOf(entry: EntryRow): AllocationRequest {
  return {
    urgency: entry.urgency,
    targetDate: entry.target_date,
    targetSource: entry.referral_id === null ? 'answers' : 'referral',
    mode: entry.mode,
    isLonger: entry.is_longer,
    visitTypeId: entry.visit_type_id,
    providerId: entry.provider_id,
    locationId: entry.location_id,
    regionIds: entry.region_ids,
    needsStepFree: entry.needs_step_free,
    earliestDate: entry.earliest_date,
    latestDate: entry.latest_date,
    timesOfDay: entry.times_of_day,
    daysOfWeek: entry.days_of_week,
    busy: [],
  };
}

/** When an offer of this slot would end; undefined when there is no time left to answer. */
export function offerEndOf(urgency: Urgency, fit: Fit, now: Date): Date | undefined {
  const { time_zone: timeZone, start_at, notice_min } = fit;
  const terms = { urgency, startMs: start_at.getTime(), noticeMs: notice_min * 60_000, timeZone };
  const endMs = offerDeadline(terms, now.getTime());
  return endMs === undefined ? undefined : new Date(endMs);
}

/** Whether the slot can be given now: an offer needs time to be answered, a booking none. */
export function canGive(entry: { urgency: Urgency; auto_accept: boolean }, fit: Fit, now: Date): boolean {
  return entry.auto_accept || offerEndOf(entry.urgency, fit, now) !== undefined;
}
