import type { Reservation } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Reservation';
import type { Slot } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Slot';
import type { Urgency } from '../allocate/urgency.ts';

export type Status = 'booked' | 'arrived' | 'checked-in' | 'fulfilled' | 'noshow' | 'cancelled';

/** What the hospital said last of a visit's time: it cannot be kept and no new one was found, or it holds after all. */
export type Standing = 'unplaced' | 'restored';

export type Mode = 'in-person' | 'video' | 'phone';

/** Each of these makes a visit longer. */
export type AccessNeed = 'longer-visit' | 'interpreter';

/** A row of slot_view. */
export type SlotRow = {
  id: string;
  provider_id: string;
  provider_name: string;
  specialty_id: string;
  visit_type_id: string;
  location_id: string;
  time_zone: string;
  start_at: Date;
  end_at: Date;
  local_start: string;
  reserved_for: Urgency | null;
  release_at: Date | null;
  state: 'settling' | 'free' | 'held' | 'booked' | 'closed';
  is_retired: boolean;
  notice_min: number;
  horizon_days: number;
  mode: Mode;
  session_id: string;
  seat: number;
  visit_id: string;
  /** The end the slot has by itself, while a longer visit has made it longer. */
  own_end_at: Date | null;
};

/** A row of reservation_view. */
export type ReservationRow = {
  appointment_id: string;
  version: number;
  patient_id: string;
  status: Status;
  sequence: number;
  reason: string;
  urgency: Urgency;
  booked_at: Date;
  changed_at: Date;
  changed_xid: string;
  slot_id: string;
  provider_id: string;
  provider_name: string;
  team_id: string;
  specialty_id: string;
  specialty_name: string;
  visit_type_id: string;
  visit_type_name: string;
  location_id: string;
  location_name: string;
  time_zone: string;
  start_at: Date;
  end_at: Date;
  mode: Mode;
  series_id: string | null;
  series_place: number | null;
  referral_id: string | null;
  late_min: number;
  awaits_answer: boolean;
  needs: AccessNeed[];
  provider_delay_min: number;
  standing: Standing | null;
};

/** RFC 3339 in UTC; whole seconds are written without a fraction. */
export function rfc3339(instant: Date): string {
  return instant.toISOString().replace('.000Z', 'Z');
}

export const statusNames = {
  booked: 'VISIT_STATUS_BOOKED',
  arrived: 'VISIT_STATUS_ARRIVED',
  'checked-in': 'VISIT_STATUS_CHECKED_IN',
  fulfilled: 'VISIT_STATUS_FULFILLED',
  noshow: 'VISIT_STATUS_NOSHOW',
  cancelled: 'VISIT_STATUS_CANCELLED',
} as const satisfies Record<Status, string>;

const standingNames = {
  unplaced: 'VISIT_STANDING_UNPLACED',
  restored: 'VISIT_STANDING_RESTORED',
} as const satisfies Record<Standing, string>;

export const modeNames = {
  'in-person': 'VISIT_MODE_IN_PERSON',
  video: 'VISIT_MODE_VIDEO',
  phone: 'VISIT_MODE_PHONE',
} as const satisfies Record<Mode, string>;

/** The mode behind a name of the contract; null for any. */
export function modeFrom(name: string): Mode | null {
  const found = Object.entries(modeNames).find(([, known]) => known === name);
  return found === undefined ? null : (found[0] as Mode);
}

export const accessNeedNames = {
  'longer-visit': 'ACCESS_NEED_LONGER_VISIT',
  interpreter: 'ACCESS_NEED_INTERPRETER',
} as const satisfies Record<AccessNeed, string>;

type SlotFields = Pick<
  SlotRow,
  | 'provider_id'
  | 'provider_name'
  | 'specialty_id'
  | 'visit_type_id'
  | 'location_id'
  | 'time_zone'
  | 'start_at'
  | 'end_at'
  | 'mode'
> & {
  /** Where it is one to choose from: how many may still come to this start of a class; 0 for a visit of one. */
  places_left?: number;
};

/** The contract's Slot. */
export function toSlot(id: string, row: SlotFields): Slot {
  return {
    id,
    providerId: row.provider_id,
    providerName: row.provider_name,
    specialtyId: row.specialty_id,
    visitTypeId: row.visit_type_id,
    locationId: row.location_id,
    timeZone: row.time_zone,
    startAt: rfc3339(row.start_at),
    endAt: rfc3339(row.end_at),
    mode: modeNames[row.mode],
    ...(row.places_left ? { placesLeft: row.places_left } : {}),
  };
}

/** The contract's Reservation as events carry it: without the patient's own words. */
export function toEventReservation(
  row: Omit<ReservationRow, 'changed_xid' | 'provider_delay_min'>,
): Reservation {
  return {
    appointmentId: row.appointment_id,
    version: row.version,
    patientId: row.patient_id,
    status: statusNames[row.status],
    slot: toSlot(row.slot_id, row),
    locationName: row.location_name,
    visitTypeName: row.visit_type_name,
    specialtyName: row.specialty_name,
    bookedAt: rfc3339(row.booked_at),
    changedAt: rfc3339(row.changed_at),
    teamId: row.team_id,
    sequence: row.sequence,
    seriesId: row.series_id ?? '',
    seriesPlace: row.series_place ?? 0,
    referralId: row.referral_id ?? '',
    lateMinutes: row.late_min,
    awaitsAnswer: row.awaits_answer,
    accessNeeds: row.needs.map((need) => accessNeedNames[need]),
    standing: row.standing === null ? 'VISIT_STANDING_UNSPECIFIED' : standingNames[row.standing],
  };
}

/** The contract's Reservation for the patient and the clinicians. */
export function toReservation(row: ReservationRow): Reservation {
  return { ...toEventReservation(row), reason: row.reason, providerDelayMinutes: row.provider_delay_min };
}
