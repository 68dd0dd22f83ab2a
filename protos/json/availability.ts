import { z } from 'zod';
import type { Closure__Output } from '../gen/healthbooker/scheduler/v1/Closure.ts';
import type { Impact__Output } from '../gen/healthbooker/scheduler/v1/Impact.ts';
import type { Session__Output, Session as SessionMessage } from '../gen/healthbooker/scheduler/v1/Session.ts';
import { modeJson, visitModes } from './mode.ts';
import { type NameOf, patient, planned, plannedJson } from './moves.ts';
import { Slot, slotJson, urgencies } from './slot.ts';
import { present, wordOrNull } from './words.ts';

/** HH:MM on the clock of a place. */
export const LocalTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time like 14:15');

const CarveOut = z
  .strictObject({
    urgency: urgencies.schema.extract(['soon', 'urgent']),
    percent: z.int32().min(1).max(100).describe('Share of the starts that is kept'),
    releaseBeforeMinutes: z.int32().min(0).max(525_600).describe('How long before each start it is given up'),
  })
  .meta({ id: 'CarveOut', description: 'Starts kept for needs of this urgency' });

const rules = {
  providerId: z.guid(),
  locationId: z.string().min(1).max(64),
  visitTypeId: z.string().min(1).max(64),
  mode: visitModes.schema,
  weekday: z.int32().min(1).max(7).describe('Monday 1 to Sunday 7'),
  starts: LocalTime,
  ends: LocalTime.describe('At or before `starts`: on the next day'),
  seats: z.int32().min(1).max(50).describe('Patients seen at the same time'),
  firstDate: z.iso.date(),
  lastDate: z.iso.date().nullable().describe('Included; null until further notice'),
  carveOut: CarveOut.nullable(),
};

/** What an administrator says about a session. */
export const SessionRules = z.strictObject(rules).meta({ id: 'SessionRules' });

export const ClinicSession = z
  .strictObject({
    id: z.string(),
    version: z.int32(),
    ...rules,
    timeZone: z.string(),
    specialtyId: z.string(),
    providerName: z.string(),
    locationName: z.string(),
    visitTypeName: z.string(),
    lengthMinutes: z.int32(),
  })
  .meta({ id: 'ClinicSession', description: 'When a provider sees patients at a place' });

export const Closure = z
  .strictObject({
    id: z.string(),
    locationId: z.string().nullable().describe('Null: the whole hospital'),
    firstDate: z.iso.date(),
    lastDate: z.iso.date().describe('Included'),
    note: z.string(),
  })
  .meta({ id: 'Closure' });

const AffectedVisit = z.strictObject({
  appointmentId: z.string(),
  version: z.int32(),
  ...patient,
  slot: Slot,
});

export const Impact = z
  .strictObject({
    slotsAdded: z.int32(),
    slotsRetired: z.int32().describe('Free times that go'),
    visits: z.array(AffectedVisit).describe('Booked visits that it hits, at most 200'),
    visitsTotal: z.int32(),
    plan: z
      .strictObject(planned)
      .nullable()
      .describe('New times for the visits it hits; null when none is, and of a change that is saved'),
    disruptionId: z
      .string()
      .nullable()
      .describe('Under this the visits of a saved change are read again; null when none was hit'),
  })
  .meta({ id: 'Impact', description: 'What a change does to times and visits' });

export function sessionJson(session: Session__Output): z.input<typeof ClinicSession> {
  const { id, version, providerId, locationId, visitTypeId, mode, weekday, starts, ends, seats } = session;
  const { firstDate, lastDate, reservedPercent, releaseBeforeMinutes, timeZone, specialtyId } = session;
  const { providerName, locationName, visitTypeName, lengthMinutes } = session;
  const urgency = wordOrNull(urgencies, session.reservedFor);
  const keeps = (urgency === 'soon' || urgency === 'urgent') && reservedPercent > 0;
  return {
    id,
    version,
    providerId,
    locationId,
    visitTypeId,
    mode: modeJson(mode),
    weekday,
    starts,
    ends,
    seats,
    firstDate,
    lastDate: lastDate || null,
    timeZone,
    specialtyId,
    providerName,
    locationName,
    visitTypeName,
    lengthMinutes,
    carveOut: keeps ? { urgency, percent: reservedPercent, releaseBeforeMinutes } : null,
  };
}

/** The contract's session for rules that somebody sent. */
export function sessionMessage(id: string, given: z.output<typeof SessionRules>): SessionMessage {
  const { mode, lastDate, carveOut, ...same } = given;
  return {
    id,
    ...same,
    mode: visitModes.toName(mode),
    lastDate: lastDate ?? '',
    ...(carveOut && {
      reservedFor: urgencies.toName(carveOut.urgency),
      reservedPercent: carveOut.percent,
      releaseBeforeMinutes: carveOut.releaseBeforeMinutes,
    }),
  };
}

export function closureJson(closure: Closure__Output): z.input<typeof Closure> {
  const { id, locationId, firstDate, lastDate, note } = closure;
  return { id, locationId: locationId || null, firstDate, lastDate, note };
}

/** The impact with the names of the patients, as far as they could be read. */
export function impactJson(impact: Impact__Output, nameOf: NameOf): z.input<typeof Impact> {
  const { slotsAdded, slotsRetired, visitsTotal } = impact;
  const visits = impact.visits.map(({ appointmentId, version, patientId, slot }) => ({
    appointmentId,
    version,
    patientId,
    patientName: nameOf(patientId),
    slot: slotJson(present(slot, 'visit.slot')),
  }));
  const plan = impact.moves.length > 0 ? plannedJson(impact, nameOf) : null;
  return { slotsAdded, slotsRetired, visits, visitsTotal, plan, disruptionId: impact.disruptionId || null };
}
