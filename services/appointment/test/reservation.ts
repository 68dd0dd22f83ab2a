import { randomUUID } from 'node:crypto';
import type { Reservation__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Reservation';
import { readReservationVersion } from '@healthbooker/protos/gen/readers';

/** A reservation as the scheduler would answer it, with some fields replaced by the test. */
export function aReservation(
  given: Partial<Reservation__Output> & { startAt?: string; providerId?: string } = {},
): Reservation__Output {
  const { startAt = '2026-12-03T14:15:00Z', providerId = randomUUID(), ...rest } = given;
  const version = readReservationVersion({
    appointmentId: randomUUID(),
    version: 1,
    patientId: randomUUID(),
    status: 'VISIT_STATUS_BOOKED',
    slot: {
      id: randomUUID(),
      providerId,
      providerName: 'Dr Amina Rahman',
      specialtyId: 'cardiology',
      visitTypeId: 'cardiology-first',
      locationId: 'river-road',
      timeZone: 'Europe/London',
      startAt,
      endAt: new Date(Date.parse(startAt) + 1_800_000).toISOString(),
      mode: 'VISIT_MODE_IN_PERSON',
    },
    locationName: 'River Road Clinic',
    visitTypeName: 'First visit',
    specialtyName: 'Cardiology',
    bookedAt: '2026-11-20T09:00:00Z',
    changedAt: '2026-11-20T09:00:00Z',
    teamId: 'cardiology-a',
  });
  return { ...version, reason: 'in my own words', history: [], providerDelayMinutes: 0, ...rest };
}
