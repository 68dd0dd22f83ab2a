import { z } from 'zod';
import type { WaitlistEntry__Output } from '../gen/healthbooker/scheduler/v1/WaitlistEntry.ts';
import { visitModes } from './mode.ts';
import { PersonSummary } from './profile.ts';
import { Instant, Slot, slotJson, timesOfDay, urgencies } from './slot.ts';
import { enumWords, present, wordOrNull } from './words.ts';

export const contactOutcomes = enumWords({
  CONTACT_OUTCOME_REACHED: 'reached',
  CONTACT_OUTCOME_MESSAGE_LEFT: 'message-left',
  CONTACT_OUTCOME_NO_ANSWER: 'no-answer',
});

const accessNeeds = enumWords({
  ACCESS_NEED_LONGER_VISIT: 'longer-visit',
  ACCESS_NEED_INTERPRETER: 'interpreter',
});

const states = enumWords({
  WAITLIST_STATE_WAITING: 'waiting',
  WAITLIST_STATE_OFFERED: 'offered',
  WAITLIST_STATE_BOOKED: 'booked',
  WAITLIST_STATE_WITHDRAWN: 'withdrawn',
  WAITLIST_STATE_LAPSED: 'lapsed',
});

/** An entry of the waiting list as staff work with it. */
export const WaitingPatient = z
  .strictObject({
    id: z.string(),
    version: z.int(),
    patientId: z.string(),
    patient: PersonSummary.nullable().describe('Null while names cannot be read'),
    state: states.schema,
    rank: z.int().describe('Place in the specialty, from 1; 0 when the entry is not open'),
    rankWhy: z.string(),
    urgency: urgencies.schema,
    waitingSince: Instant,
    targetDate: z.string().describe('By when the patient should be seen'),
    isTargetBreached: z.boolean(),
    specialtyName: z.string(),
    visitTypeName: z.string(),
    providerId: z.string().nullable(),
    locationId: z.string().nullable(),
    mode: visitModes.schema.nullable().describe('Null: any'),
    timesOfDay: z.array(timesOfDay.schema),
    daysOfWeek: z.array(z.int()).describe('Monday 1 to Sunday 7; empty: any'),
    earliestDate: z.string(),
    latestDate: z.string(),
    accessNeeds: z.array(accessNeeds.schema),
    autoAccept: z.boolean(),
    misses: z.int().describe('Offers that ended without an answer'),
    offer: z.strictObject({ slot: Slot, offeredAt: Instant, expiresAt: Instant }).nullable(),
    lastContact: z
      .strictObject({ at: Instant, outcome: contactOutcomes.schema, note: z.string() })
      .nullable(),
    reason: z.string().describe('The patient’s own words; empty for those who see no chart'),
  })
  .meta({ id: 'WaitingPatient' });

export function waitingPatientJson(
  entry: WaitlistEntry__Output,
  patient: z.input<typeof PersonSummary> | null,
): z.input<typeof WaitingPatient> {
  const { appointmentId: id, version, patientId, rank, rankWhy, targetDate, isTargetBreached } = entry;
  const { specialtyName, visitTypeName, autoAccept, misses, reason, offer, lastContact } = entry;
  const need = present(entry.need, 'entry.need');
  return {
    id,
    version,
    patientId,
    patient,
    rank,
    rankWhy,
    targetDate,
    isTargetBreached,
    specialtyName,
    visitTypeName,
    autoAccept,
    misses,
    reason,
    state: states.toWord(entry.state),
    urgency: urgencies.toWord(entry.urgency),
    waitingSince: entry.waitingSinceAt,
    providerId: need.providerId || null,
    locationId: need.locationId || null,
    mode: wordOrNull(visitModes, need.mode),
    timesOfDay: need.timesOfDay.map(timesOfDay.toWord),
    daysOfWeek: need.daysOfWeek,
    earliestDate: need.earliestDate,
    latestDate: need.latestDate,
    accessNeeds: need.accessNeeds.flatMap((name) => wordOrNull(accessNeeds, name) ?? []),
    offer: offer && {
      slot: slotJson(present(offer.slot, 'offer.slot')),
      offeredAt: offer.offeredAt,
      expiresAt: offer.expiresAt,
    },
    lastContact: lastContact && {
      at: lastContact.at,
      outcome: contactOutcomes.toWord(lastContact.outcome),
      note: lastContact.note,
    },
  };
}
