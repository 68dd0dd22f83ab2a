import { AccessNeed } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/AccessNeed';
import { VisitMode } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/VisitMode';
import { VisitStanding } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/VisitStanding';
import { VisitStatus } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/VisitStatus';
import type { Envelope } from '@healthbooker/runtime/envelope';
import { z } from 'zod';
import type { Parts } from '../parts.ts';
import { projectAppointment } from '../tables/project-appointment.ts';
import { putHeadline, recordAdded } from '../tables/record-headline.ts';

const id = z.string().min(1).max(64);
const text = z.string().max(500).default('');
const instant = z.iso.datetime();

/** Data of an `appointment.changed` event: a reservation as the contract's JSON, without the patient's words. */
const appointmentChanged = z.object({
  appointmentId: z.guid(),
  version: z.int().min(1),
  patientId: z.guid(),
  status: z.enum(VisitStatus),
  slot: z.object({
    id,
    providerId: id,
    providerName: text,
    specialtyId: id,
    visitTypeId: id,
    locationId: id,
    timeZone: z.string(),
    startAt: instant,
    endAt: instant,
    mode: z.enum(VisitMode).default('VISIT_MODE_IN_PERSON'),
    placesLeft: z.int().min(0).default(0),
  }),
  locationName: text,
  visitTypeName: text,
  specialtyName: text,
  bookedAt: instant,
  changedAt: instant,
  teamId: text,
  sequence: z.int().min(0).default(0),
  seriesId: text,
  seriesPlace: z.int().min(0).default(0),
  referralId: text,
  lateMinutes: z.int().min(0).default(0),
  awaitsAnswer: z.boolean().default(false),
  accessNeeds: z.array(z.enum(AccessNeed)).max(10).default([]),
  standing: z.enum(VisitStanding).default('VISIT_STANDING_UNSPECIFIED'),
});

/**
 * Brings one event into the table; copies and older versions change nothing. Throws on data that is no such
 * event, which sends it to the dead-letter queue, and 'unavailable' while the table is down.
 */
export async function handleEvent({ store, measures }: Parts, event: Envelope): Promise<void> {
  if (event.type === 'appointment.changed') {
    const outcome = await projectAppointment(store, appointmentChanged.parse(event.data));
    measures.projections.inc({ source: 'event', outcome });
  } else if (event.type === 'record.added') {
    await putHeadline(store, recordAdded.parse(event.data));
  }
}
