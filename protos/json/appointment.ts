import { z } from 'zod';
import type { TimelineAppointment__Output } from '../gen/healthbooker/appointment/v1/TimelineAppointment.ts';
import type { Reservation__Output } from '../gen/healthbooker/scheduler/v1/Reservation.ts';
import { Instant, Slot, slotJson } from './slot.ts';
import { enumWords, present } from './words.ts';

export const visitStatuses = enumWords({
  VISIT_STATUS_BOOKED: 'booked',
  VISIT_STATUS_ARRIVED: 'arrived',
  VISIT_STATUS_CHECKED_IN: 'checked-in',
  VISIT_STATUS_FULFILLED: 'fulfilled',
  VISIT_STATUS_NOSHOW: 'noshow',
  VISIT_STATUS_CANCELLED: 'cancelled',
});

const version = z
  .int()
  .min(1)
  .describe('Raised by every change; send the one you saw with a change of your own');

const needsNewTime = z
  .boolean()
  .describe('The clinic cannot keep the time and has found no new one: move the visit, or cancel it');

export const Appointment = z
  .strictObject({
    id: z.string(),
    patientId: z.string(),
    version,
    status: visitStatuses.schema,
    slot: Slot,
    locationName: z.string(),
    visitTypeName: z.string(),
    specialtyName: z.string(),
    reason: z.string().describe('The patient’s own words; empty for those who may not see the chart'),
    bookedAt: Instant,
    changedAt: Instant,
    sequence: z.int().describe('RFC 5545 SEQUENCE of the calendar entry'),
    lateMinutes: z.int().describe('How late the patient said they will be'),
    providerDelayMinutes: z.int().describe('How far behind the provider is on that day'),
    referralId: z.string().describe('What it was booked with, or empty'),
    awaitsAnswer: z.boolean().describe('The clinic moved the visit and waits for the patient’s answer'),
    needsNewTime,
    history: z.array(
      z.strictObject({
        version: z.int(),
        status: visitStatuses.schema,
        startAt: Instant,
        changedAt: Instant,
        change: z.string(),
        providerName: z.string().describe('With whom it was to be then; empty when not known'),
        locationName: z.string(),
      }),
    ),
  })
  .meta({ id: 'Appointment' });

const summaryFields = {
  id: z.string(),
  version,
  status: visitStatuses.schema,
  startAt: Instant,
  endAt: Instant,
  providerId: z.string(),
  providerName: z.string(),
  specialtyName: z.string(),
  visitTypeName: z.string(),
  locationId: z.string(),
  locationName: z.string(),
  timeZone: z.string(),
  awaitsAnswer: z.boolean().describe('The clinic moved the visit and waits for the patient’s answer'),
  needsNewTime,
};

export const AppointmentSummary = z.strictObject(summaryFields).meta({ id: 'AppointmentSummary' });

/** A summary as staff see it: whose appointment it is. */
export const ScheduledAppointment = z
  .strictObject({ ...summaryFields, patientId: z.string(), patientName: z.string() })
  .meta({ id: 'ScheduledAppointment' });

export function appointmentJson(reservation: Reservation__Output): z.input<typeof Appointment> {
  const { appointmentId, version, status, slot, locationName, visitTypeName, specialtyName } = reservation;
  const { reason, bookedAt, changedAt, sequence, history } = reservation;
  const { patientId, lateMinutes, providerDelayMinutes, referralId, awaitsAnswer, standing } = reservation;
  return {
    id: appointmentId,
    patientId,
    version,
    status: visitStatuses.toWord(status),
    slot: slotJson(present(slot, 'reservation.slot')),
    locationName,
    visitTypeName,
    specialtyName,
    reason,
    bookedAt,
    changedAt,
    sequence,
    lateMinutes,
    providerDelayMinutes,
    referralId,
    awaitsAnswer,
    needsNewTime: standing === 'VISIT_STANDING_UNPLACED' && status === 'VISIT_STATUS_BOOKED',
    history: history.map((past) => ({
      version: past.version,
      status: visitStatuses.toWord(past.status),
      startAt: past.startAt,
      changedAt: past.changedAt,
      change: past.change,
      providerName: past.providerName,
      locationName: past.locationName,
    })),
  };
}

export function summaryJson(item: TimelineAppointment__Output): z.input<typeof AppointmentSummary> {
  const { appointmentId, version, status, startAt, endAt, providerId, providerName } = item;
  const { specialtyName, visitTypeName, locationId, locationName, timeZone, awaitsAnswer } = item;
  return {
    id: appointmentId,
    version,
    status: visitStatuses.toWord(status),
    startAt,
    endAt,
    providerId,
    providerName,
    specialtyName,
    visitTypeName,
    locationId,
    locationName,
    timeZone,
    awaitsAnswer,
    needsNewTime: item.needsNewTime,
  };
}
