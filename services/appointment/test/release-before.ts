import type { ReservationVersion__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ReservationVersion';
import { z } from 'zod';

/**
 * A literal copy of how the release before reads and writes items: its pods run beside those of this release during a
 * rollout.
 */
export const itemOfReleaseBefore = z.object({
  PK: z.string(),
  SK: z.string().startsWith('APPOINTMENT#'),
  appointmentId: z.string(),
  version: z.number(),
  status: z.enum(['booked', 'arrived', 'checked-in', 'fulfilled', 'noshow', 'cancelled']),
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

export const headlineOfReleaseBefore = z.object({
  PK: z.string(),
  SK: z.string().startsWith('RECORD#'),
  entryId: z.string(),
  version: z.number(),
  kind: z.string(),
  recordedAt: z.string(),
  providerId: z.string(),
  visible: z.boolean(),
});

const statusWords = {
  VISIT_STATUS_UNSPECIFIED: 'booked',
  VISIT_STATUS_BOOKED: 'booked',
  VISIT_STATUS_ARRIVED: 'arrived',
  VISIT_STATUS_CHECKED_IN: 'checked-in',
  VISIT_STATUS_FULFILLED: 'fulfilled',
  VISIT_STATUS_NOSHOW: 'noshow',
  VISIT_STATUS_CANCELLED: 'cancelled',
} as const;
const modeWords = {
  VISIT_MODE_UNSPECIFIED: 'in-person',
  VISIT_MODE_IN_PERSON: 'in-person',
  VISIT_MODE_VIDEO: 'video',
  VISIT_MODE_PHONE: 'phone',
} as const;
const accessNeedWords = {
  ACCESS_NEED_UNSPECIFIED: [],
  ACCESS_NEED_LONGER_VISIT: ['longer-visit'],
  ACCESS_NEED_INTERPRETER: ['interpreter'],
} as const;
const standingWords = {
  VISIT_STANDING_UNSPECIFIED: '',
  VISIT_STANDING_UNPLACED: 'unplaced',
  VISIT_STANDING_RESTORED: 'restored',
} as const;

/** The item that the release before writes for a version. */
export function writeReleaseBefore(
  reservation: ReservationVersion__Output,
): z.infer<typeof itemOfReleaseBefore> {
  const { slot, status, appointmentId, version, patientId } = reservation;
  if (slot === null) throw new Error('a test reservation has a slot');
  const whole = (text: string) => `${new Date(text).toISOString().slice(0, 19)}Z`;
  return {
    PK: patientId,
    SK: `APPOINTMENT#${appointmentId}`,
    appointmentId,
    version,
    status: statusWords[status],
    appointmentDate: whole(slot.startAt),
    endDate: whole(slot.endAt),
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
    accessNeeds: reservation.accessNeeds.flatMap((need) => accessNeedWords[need]),
    standing: standingWords[reservation.standing],
  };
}
