import type { ReservationVersion__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ReservationVersion';
import { readReservationVersion } from '@healthbooker/protos/gen/readers';
import { locations, specialties, visitTypeId, visitTypes } from './directory.ts';
import type { Status, Visit } from './visits.ts';
import { zoneOf } from './visits.ts';

const statusNames = {
  booked: 'VISIT_STATUS_BOOKED',
  arrived: 'VISIT_STATUS_ARRIVED',
  fulfilled: 'VISIT_STATUS_FULFILLED',
  noshow: 'VISIT_STATUS_NOSHOW',
  cancelled: 'VISIT_STATUS_CANCELLED',
} as const satisfies Record<Status, string>;

/** The reservation as it was at each version, oldest first. */
export function reservationVersions(visit: Visit): ReservationVersion__Output[] {
  const { opening, patient, versions } = visit;
  const { provider, session } = opening;
  const typeId = visitTypeId(provider.specialty, session.kind);
  let sequence = 0;
  return versions.map(({ status, atMs }, index) => {
    if (status === 'cancelled') sequence += 1;
    return readReservationVersion({
      appointmentId: visit.id,
      version: index + 1,
      patientId: patient.id,
      status: statusNames[status],
      slot: {
        id: opening.id,
        providerId: provider.id,
        providerName: provider.name,
        specialtyId: provider.specialty,
        visitTypeId: typeId,
        locationId: session.location,
        timeZone: zoneOf(session.location),
        startAt: instant(opening.startMs),
        endAt: instant(opening.endMs),
        mode: 'VISIT_MODE_IN_PERSON',
      },
      locationName: nameOf(locations, session.location),
      visitTypeName: nameOf(visitTypes, typeId),
      specialtyName: nameOf(specialties, provider.specialty),
      bookedAt: instant(versions[0]?.atMs ?? atMs),
      changedAt: instant(atMs),
      teamId: provider.teamId,
      sequence,
    });
  });
}

/** RFC 3339 in UTC; whole seconds without a fraction. */
export function instant(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z');
}

function nameOf(list: readonly { id: string; name: string }[], id: string): string {
  const found = list.find((each) => each.id === id);
  if (!found) throw new Error(`The directory has no ${id}`);
  return found.name;
}
