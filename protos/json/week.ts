import { z } from 'zod';
import type { ListProviderWeekResponse__Output } from '../gen/healthbooker/scheduler/v1/ListProviderWeekResponse.ts';
import type { WeekSlot__Output } from '../gen/healthbooker/scheduler/v1/WeekSlot.ts';
import { ClinicSession, Closure, closureJson, LocalTime, sessionJson } from './availability.ts';
import { isCut } from './page.ts';
import { Instant, Slot, slotJson, urgencies } from './slot.ts';
import { enumWords, present, wordOrNull } from './words.ts';

export const slotStates = enumWords({
  SLOT_STATE_FREE: 'free',
  SLOT_STATE_HELD: 'held',
  SLOT_STATE_BOOKED: 'booked',
  SLOT_STATE_SETTLING: 'settling',
  SLOT_STATE_CLOSED: 'closed',
});

export const WeekSlot = z
  .strictObject({
    slot: Slot,
    sessionId: z.string(),
    date: z.iso.date().describe('On the calendar of its location'),
    starts: LocalTime,
    ends: LocalTime,
    seat: z.int(),
    state: slotStates.schema,
    keptFor: urgencies.schema.nullable().describe('Kept for this urgency until `keptUntil`'),
    keptUntil: Instant.nullable(),
    isOutsideRules: z.boolean().describe('Booked or held, but no rule offers it any more'),
    isPartOfLonger: z.boolean().describe('Part of the longer visit before it'),
  })
  .meta({ id: 'WeekSlot' });

export const Week = z
  .strictObject({
    providerId: z.string(),
    providerName: z.string(),
    firstDate: z.iso.date(),
    timeZone: z.string(),
    sessions: z.array(ClinicSession),
    slots: z.array(WeekSlot).describe('In order of time'),
    leave: z.array(z.strictObject({ id: z.string(), fromAt: Instant, toAt: Instant, note: z.string() })),
    closures: z.array(Closure),
    isCut,
  })
  .meta({ id: 'Week', description: 'Seven days of a provider' });

export function weekJson(week: ListProviderWeekResponse__Output): z.input<typeof Week> {
  const { providerId, providerName, firstDate, timeZone } = week;
  return {
    providerId,
    providerName,
    firstDate,
    timeZone,
    sessions: week.sessions.map(sessionJson),
    slots: week.slots.map(weekSlotJson),
    leave: week.leave.map(({ id, fromAt, toAt, note }) => ({ id, fromAt, toAt, note })),
    closures: week.closures.map(closureJson),
    isCut: week.isCut,
  };
}

function weekSlotJson(one: WeekSlot__Output): z.input<typeof WeekSlot> {
  const { slot, sessionId, date, starts, ends, seat, isOutsideRules, isPartOfLonger } = one;
  return {
    slot: slotJson(present(slot, 'week.slot')),
    sessionId,
    date,
    starts,
    ends,
    seat,
    state: slotStates.toWord(one.state),
    keptFor: wordOrNull(urgencies, one.keptFor),
    keptUntil: one.keptUntil || null,
    isOutsideRules,
    isPartOfLonger,
  };
}
