import type { Reservation } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Reservation';
import type { ReservationVersion__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ReservationVersion';
import { refuseTooLarge } from '@healthbooker/protos/kept-json';
import { rfc3339 } from '@healthbooker/runtime/dates';
import type { z } from 'zod';
import { type Mode, toSlot } from '../calendar/slot.ts';
import type { Urgency } from '../engine/urgency.ts';
import { text } from '../parse.ts';

export type Status = 'booked' | 'arrived' | 'checked-in' | 'fulfilled' | 'noshow' | 'cancelled';

/**
 * What the hospital told the patient last about the time: it cannot be kept and no new time was found, or it can be
 * kept after all.
 */
export type Standing = 'unplaced' | 'restored';

/** What made a version. */
export type ChangeName =
  | 'booked'
  | 'moved'
  | 'cancelled'
  | 'arrived'
  | 'checked-in'
  | 'fulfilled'
  | 'noshow'
  | 'undone'
  | 'late'
  | 'kept'
  | 'refused'
  | 'unplaced'
  | 'restored';

/** Each of these makes a visit longer. */
export type AccessNeed = 'longer-visit' | 'interpreter';

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

/**
 * What is said of a visit when it is booked, as requests name it. A field that comes to `reason` is optional and turns ''
 * into undefined, so that the hash of a request without it stays as it was.
 */
export const saidFields = { reason: text(500) };

/** What is said, by the names of its row: kept in its `details`, and seen in the view. */
export type Said = Pick<ReservationRow, 'reason'>;

export function saidOf({ reason }: z.output<z.ZodObject<typeof saidFields>>): Said {
  return { reason };
}

/** The columns of a {@link ReservationRow} from `reservation_view r`. */
export const reservationColumns = `r.appointment_id, r.version, r.patient_id, r.status, r.sequence, r.reason, r.urgency, r.booked_at, r.changed_at,
  r.changed_xid, r.slot_id, r.provider_id, r.provider_name, r.team_id, r.specialty_id, r.specialty_name,
  r.visit_type_id, r.visit_type_name, r.location_id, r.location_name, r.time_zone, r.start_at, r.end_at, r.mode,
  r.series_id, r.series_place, r.referral_id, r.late_min, r.awaits_answer, r.needs, r.provider_delay_min, r.standing`;

/** The columns of `reservation` that its first version sets. */
export const newReservationColumns =
  'appointment_id, patient_id, slot_id, during, version, status, sequence, details, booked_at, changed_at, referral_id';

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

export const accessNeedNames = {
  'longer-visit': 'ACCESS_NEED_LONGER_VISIT',
  interpreter: 'ACCESS_NEED_INTERPRETER',
} as const satisfies Record<AccessNeed, string>;

/** The one mapping of a row to the contract: what every answer, event and item shows of a reservation comes from here. */
export function toReservationVersion(
  row: Omit<ReservationRow, 'changed_xid' | 'provider_delay_min'>,
): ReservationVersion__Output {
  return {
    appointmentId: row.appointment_id,
    version: row.version,
    patientId: row.patient_id,
    status: statusNames[row.status],
    slot: { ...toSlot(row.slot_id, row), placesLeft: 0 },
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

/** A version that is written: what its decision keeps and its event carries. Throws when it is too large for that. */
export function toKeptVersion(row: Parameters<typeof toReservationVersion>[0]): ReservationVersion__Output {
  return refuseTooLarge(toReservationVersion(row), 'ReservationVersion');
}

/** The contract's Reservation for the patient and the clinicians. */
export function toReservation(row: ReservationRow): Reservation {
  return { ...toReservationVersion(row), reason: row.reason, providerDelayMinutes: row.provider_delay_min };
}
