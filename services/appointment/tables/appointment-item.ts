import type { TimelineAppointment } from '@healthbooker/protos/gen/healthbooker/appointment/v1/TimelineAppointment';
import type { AccessNeed__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/AccessNeed';
import type {
  Reservation,
  Reservation__Output,
} from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Reservation';
import type { VisitMode__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/VisitMode';
import type { VisitStanding__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/VisitStanding';
import type { VisitStatus__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/VisitStatus';
import { z } from 'zod';
import { toInstant } from '../instant.ts';

const statusWords = {
  VISIT_STATUS_BOOKED: 'booked',
  VISIT_STATUS_ARRIVED: 'arrived',
  VISIT_STATUS_CHECKED_IN: 'checked-in',
  VISIT_STATUS_FULFILLED: 'fulfilled',
  VISIT_STATUS_NOSHOW: 'noshow',
  VISIT_STATUS_CANCELLED: 'cancelled',
} as const satisfies Partial<Record<VisitStatus__Output, string>>;

type StatusWord = (typeof statusWords)[keyof typeof statusWords];

const statusOfWord: Readonly<Record<StatusWord, VisitStatus__Output>> = {
  booked: 'VISIT_STATUS_BOOKED',
  arrived: 'VISIT_STATUS_ARRIVED',
  'checked-in': 'VISIT_STATUS_CHECKED_IN',
  fulfilled: 'VISIT_STATUS_FULFILLED',
  noshow: 'VISIT_STATUS_NOSHOW',
  cancelled: 'VISIT_STATUS_CANCELLED',
};

const modeWords = {
  VISIT_MODE_UNSPECIFIED: 'in-person',
  VISIT_MODE_IN_PERSON: 'in-person',
  VISIT_MODE_VIDEO: 'video',
  VISIT_MODE_PHONE: 'phone',
} as const satisfies Record<VisitMode__Output, string>;

const modeOfWord = {
  'in-person': 'VISIT_MODE_IN_PERSON',
  video: 'VISIT_MODE_VIDEO',
  phone: 'VISIT_MODE_PHONE',
} as const;

const accessNeedOfWord = {
  'longer-visit': 'ACCESS_NEED_LONGER_VISIT',
  interpreter: 'ACCESS_NEED_INTERPRETER',
} as const;

const accessNeedWords: Partial<Record<AccessNeed__Output, keyof typeof accessNeedOfWord>> = {
  ACCESS_NEED_LONGER_VISIT: 'longer-visit',
  ACCESS_NEED_INTERPRETER: 'interpreter',
};

const standingWords = {
  VISIT_STANDING_UNSPECIFIED: '',
  VISIT_STANDING_UNPLACED: 'unplaced',
  VISIT_STANDING_RESTORED: 'restored',
} as const satisfies Record<VisitStanding__Output, string>;

const standingOfWord = {
  '': 'VISIT_STANDING_UNSPECIFIED',
  unplaced: 'VISIT_STANDING_UNPLACED',
  restored: 'VISIT_STANDING_RESTORED',
} as const;

/**
 * One appointment as the table keeps it: a whole version of the reservation, without what events leave out
 * (the patient's own words), so that every path writes the same item. Instants are RFC 3339 in UTC.
 */
export const appointmentItem = z.object({
  /** The patient's person id. */
  PK: z.string(),
  SK: z.string().startsWith('APPOINTMENT#'),
  appointmentId: z.string(),
  version: z.number(),
  status: z.enum(['booked', 'arrived', 'checked-in', 'fulfilled', 'noshow', 'cancelled']),
  /** When it starts: with providerId the key of ProviderScheduleIndex. */
  appointmentDate: z.string(),
  endDate: z.string(),
  slotId: z.string(),
  providerId: z.string(),
  providerName: z.string(),
  teamId: z.string(),
  specialtyId: z.string(),
  specialtyName: z.string(),
  visitTypeId: z.string(),
  visitTypeName: z.string(),
  locationId: z.string(),
  locationName: z.string(),
  timeZone: z.string(),
  bookedAt: z.string(),
  changedAt: z.string(),
  sequence: z.number(),
  mode: z.enum(['in-person', 'video', 'phone']).default('in-person'),
  seriesId: z.string().default(''),
  seriesPlace: z.number().default(0),
  referralId: z.string().default(''),
  lateMinutes: z.number().default(0),
  awaitsAnswer: z.boolean().default(false),
  accessNeeds: z.array(z.enum(['longer-visit', 'interpreter'])).default([]),
  standing: z.enum(['', 'unplaced', 'restored']).default(''),
});

export type AppointmentItem = z.infer<typeof appointmentItem>;

/** The sort key of an appointment in its patient's partition. */
export function appointmentKey(appointmentId: string): string {
  return `APPOINTMENT#${appointmentId}`;
}

/** What events carry of a reservation: not the patient's words, nor what changes without a version. */
export type ProjectedReservation = Omit<Reservation__Output, 'history' | 'reason' | 'providerDelayMinutes'>;

/** The item of one version of a reservation; throws when it lacks what every committed version has. */
export function toItem(reservation: ProjectedReservation): AppointmentItem {
  const { slot, status, appointmentId, version, patientId } = reservation;
  if (slot === null || status === 'VISIT_STATUS_UNSPECIFIED' || version < 1) {
    throw new Error(`reservation ${appointmentId} has no slot, status or version`);
  }
  return {
    PK: patientId,
    SK: appointmentKey(appointmentId),
    appointmentId,
    version,
    status: statusWords[status],
    appointmentDate: toInstant(slot.startAt),
    endDate: toInstant(slot.endAt),
    slotId: slot.id,
    providerId: slot.providerId,
    providerName: slot.providerName,
    teamId: reservation.teamId,
    specialtyId: slot.specialtyId,
    specialtyName: reservation.specialtyName,
    visitTypeId: slot.visitTypeId,
    visitTypeName: reservation.visitTypeName,
    locationId: slot.locationId,
    locationName: reservation.locationName,
    timeZone: slot.timeZone,
    bookedAt: reservation.bookedAt,
    changedAt: reservation.changedAt,
    sequence: reservation.sequence,
    mode: modeWords[slot.mode],
    seriesId: reservation.seriesId,
    seriesPlace: reservation.seriesPlace,
    referralId: reservation.referralId,
    lateMinutes: reservation.lateMinutes,
    awaitsAnswer: reservation.awaitsAnswer,
    accessNeeds: reservation.accessNeeds.flatMap((need) => accessNeedWords[need] ?? []),
    standing: standingWords[reservation.standing],
  };
}

/** An item as lists show it. */
export function toTimelineAppointment(item: AppointmentItem): TimelineAppointment {
  return {
    appointmentId: item.appointmentId,
    version: item.version,
    status: statusOfWord[item.status],
    startAt: item.appointmentDate,
    endAt: item.endDate,
    providerId: item.providerId,
    providerName: item.providerName,
    specialtyName: item.specialtyName,
    visitTypeName: item.visitTypeName,
    locationId: item.locationId,
    locationName: item.locationName,
    timeZone: item.timeZone,
    patientId: item.PK,
    awaitsAnswer: item.awaitsAnswer,
    needsNewTime: item.standing === 'unplaced' && item.status === 'booked',
  };
}

/** The reservation an item was made from, without reason and history, which the table does not hold. */
export function toReservation(item: AppointmentItem): Reservation {
  return {
    appointmentId: item.appointmentId,
    version: item.version,
    patientId: item.PK,
    status: statusOfWord[item.status],
    slot: {
      id: item.slotId,
      providerId: item.providerId,
      providerName: item.providerName,
      specialtyId: item.specialtyId,
      visitTypeId: item.visitTypeId,
      locationId: item.locationId,
      timeZone: item.timeZone,
      startAt: item.appointmentDate,
      endAt: item.endDate,
      mode: modeOfWord[item.mode],
    },
    locationName: item.locationName,
    visitTypeName: item.visitTypeName,
    specialtyName: item.specialtyName,
    bookedAt: item.bookedAt,
    changedAt: item.changedAt,
    teamId: item.teamId,
    sequence: item.sequence,
    seriesId: item.seriesId,
    seriesPlace: item.seriesPlace,
    referralId: item.referralId,
    lateMinutes: item.lateMinutes,
    awaitsAnswer: item.awaitsAnswer,
    accessNeeds: item.accessNeeds.map((word) => accessNeedOfWord[word]),
    standing: standingOfWord[item.standing],
  };
}
