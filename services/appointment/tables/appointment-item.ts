import type { TimelineAppointment } from '@healthbooker/protos/gen/healthbooker/appointment/v1/TimelineAppointment';
import type { ReservationVersion__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ReservationVersion';
import type { Slot__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Slot';
import { readReservationVersion, reservationVersionSize } from '@healthbooker/protos/gen/readers';
import { present } from '@healthbooker/protos/json/words';
import { keptJson } from '@healthbooker/protos/kept-json';
import { toInstant } from '../instant.ts';
import { readFlat, toFlat, wordOf } from './flat-item.ts';

/** Attributes by which an appointment is found. They follow from the version in `reservation`; `verify` compares them. */
export type AppointmentAttributes = {
  /** The patient's person id. */
  PK: string;
  SK: string;
  appointmentId: string;
  version: number;
  /** The name of the status as a word, such as `checked-in`. */
  status: string;
  /** The key of ProviderScheduleIndex, together with appointmentDate (when the visit starts). */
  providerId: string;
  /** RFC 3339 in UTC with whole seconds. */
  appointmentDate: string;
  changedAt: string;
};

/** One appointment as the table keeps it: a whole version of the reservation. Every path writes the same item. */
export type AppointmentItem = AppointmentAttributes & {
  /** Size of the contract with which `reservation` was written. The same version written with a larger one replaces it. */
  contract: number;
  /** The JSON of scheduler.v1.ReservationVersion. */
  reservation: string;
};

/** A stored item, of this release or an earlier one. `readItem` reads its version. */
export type StoredAppointment = AppointmentAttributes & Readonly<Record<string, unknown>>;

/** The sort key of an appointment in its patient's partition. */
export function appointmentKey(appointmentId: string): string {
  return `APPOINTMENT#${appointmentId}`;
}

/**
 * The item of one version of a reservation. When a whole Reservation is given, what is only for answers is left out,
 * above all the patient's own words.
 * @throws Error when the reservation lacks what every committed version has
 */
export function toItem(given: ReservationVersion__Output): AppointmentItem {
  const { appointmentId, version, status, slot } = given;
  if (slot === null || status === 'VISIT_STATUS_UNSPECIFIED' || version < 1) {
    throw new Error(`reservation ${appointmentId} has no slot, status or version`);
  }
  const reservation = readReservationVersion(given);
  return {
    ...toFlat(reservation),
    ...attributesOf(reservation),
    contract: reservationVersionSize,
    reservation: keptJson(reservation, 'ReservationVersion'),
  };
}

/** The attributes of an item beside its version. */
export function attributesOf(reservation: ReservationVersion__Output): AppointmentAttributes {
  const { appointmentId, version, patientId, status, changedAt } = reservation;
  const slot = slotOf(reservation);
  return {
    PK: patientId,
    SK: appointmentKey(appointmentId),
    appointmentId,
    version,
    status: wordOf(status, 'VISIT_STATUS_'),
    providerId: slot.providerId,
    appointmentDate: toInstant(slot.startAt),
    changedAt,
  };
}

/** The version that an item was made from. @throws Error naming the field that is not as the contract says */
export function readItem(item: Readonly<Record<string, unknown>>): ReservationVersion__Output {
  const json = item['reservation'];
  return readReservationVersion(typeof json === 'string' ? JSON.parse(json) : readFlat(item));
}

/** A version as lists show it. */
export function toTimelineAppointment(reservation: ReservationVersion__Output): TimelineAppointment {
  const slot = slotOf(reservation);
  const { status, standing } = reservation;
  return {
    ...slot,
    ...reservation,
    startAt: toInstant(slot.startAt),
    endAt: toInstant(slot.endAt),
    needsNewTime: standing === 'VISIT_STANDING_UNPLACED' && status === 'VISIT_STATUS_BOOKED',
  };
}

/** The slot, which every version has. */
export function slotOf({ slot }: ReservationVersion__Output): Slot__Output {
  return present(slot, 'reservation.slot');
}
