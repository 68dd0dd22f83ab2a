import { z } from 'zod';
import type { WaitlistEntry__Output } from '../gen/healthbooker/scheduler/v1/WaitlistEntry.ts';
import { visitModes } from './mode.ts';
import { Instant, Slot, slotJson, timesOfDay, urgencies } from './slot.ts';
import { enumWords, present, wordOrNull } from './words.ts';

export const waitlistStates = enumWords({
  WAITLIST_STATE_WAITING: 'waiting',
  WAITLIST_STATE_OFFERED: 'offered',
  WAITLIST_STATE_BOOKED: 'booked',
  WAITLIST_STATE_WITHDRAWN: 'withdrawn',
  WAITLIST_STATE_LAPSED: 'lapsed',
});

export const accessNeeds = enumWords({
  ACCESS_NEED_LONGER_VISIT: 'longer-visit',
  ACCESS_NEED_INTERPRETER: 'interpreter',
});

/** What a patient waits for, and what suits them. Nulls and empty lists mean any. */
export const Wishes = z
  .strictObject({
    specialtyId: z.string(),
    visitTypeId: z.string(),
    providerId: z.string().nullable(),
    locationId: z.string().nullable(),
    regionIds: z.array(z.string()).describe('Where the patient can go'),
    earliestDate: z.string().nullable(),
    latestDate: z.string().nullable(),
    timesOfDay: z.array(timesOfDay.schema),
    daysOfWeek: z.array(z.int()).describe('Monday 1 to Sunday 7'),
    mode: visitModes.schema.nullable(),
    accessNeeds: z.array(accessNeeds.schema),
    referralId: z.string().nullable(),
  })
  .meta({ id: 'Wishes' });

/** An entry of a waiting list as its patient sees it: no rank, and nothing of others who wait. */
export const WaitlistEntry = z
  .strictObject({
    id: z.string().describe('Also the id of the appointment that comes of it'),
    version: z
      .int()
      .min(1)
      .describe('Raised by every change; send the one you saw with a change of your own'),
    patientId: z.string(),
    state: waitlistStates.schema,
    wishes: Wishes,
    specialtyName: z.string(),
    visitTypeName: z.string(),
    urgency: urgencies.schema.nullable().describe('Null for who acts for bookings only'),
    waitingSince: Instant,
    targetDate: z
      .string()
      .describe('By when the patient should be seen; empty for who acts for bookings only'),
    autoAccept: z.boolean().describe('The first time that fits is booked without asking'),
    misses: z.int().describe('Offers that ended without an answer; the third ends the entry'),
    offer: z
      .strictObject({
        holdId: z.string(),
        slot: Slot,
        offeredAt: Instant,
        expiresAt: Instant,
        why: z.string(),
      })
      .nullable(),
    reason: z.string().describe('The patient’s own words'),
    changedAt: Instant,
  })
  .meta({ id: 'WaitlistEntry' });

export function waitlistEntryJson(entry: WaitlistEntry__Output): z.input<typeof WaitlistEntry> {
  const { appointmentId: id, version, patientId, targetDate, autoAccept, misses, reason, changedAt } = entry;
  const { specialtyName, visitTypeName, offer } = entry;
  const need = present(entry.need, 'entry.need');
  return {
    id,
    version,
    patientId,
    specialtyName,
    visitTypeName,
    targetDate,
    autoAccept,
    misses,
    reason,
    changedAt,
    state: waitlistStates.toWord(entry.state),
    urgency: wordOrNull(urgencies, entry.urgency),
    waitingSince: entry.waitingSinceAt,
    wishes: {
      regionIds: need.regionIds,
      specialtyId: need.specialtyId,
      visitTypeId: need.visitTypeId,
      providerId: need.providerId || null,
      locationId: need.locationId || null,
      earliestDate: need.earliestDate || null,
      latestDate: need.latestDate || null,
      timesOfDay: need.timesOfDay.map(timesOfDay.toWord),
      daysOfWeek: need.daysOfWeek,
      mode: need.mode === 'VISIT_MODE_UNSPECIFIED' ? null : visitModes.toWord(need.mode),
      accessNeeds: need.accessNeeds.map(accessNeeds.toWord),
      referralId: need.referralId || null,
    },
    offer: offer && {
      holdId: offer.holdId,
      slot: slotJson(present(offer.slot, 'offer.slot')),
      offeredAt: offer.offeredAt,
      expiresAt: offer.expiresAt,
      why: offer.why,
    },
  };
}
