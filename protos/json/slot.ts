import { z } from 'zod';
import type { Hold__Output } from '../gen/healthbooker/scheduler/v1/Hold.ts';
import type { Slot__Output } from '../gen/healthbooker/scheduler/v1/Slot.ts';
import { modeJson, visitModes } from './mode.ts';
import { enumWords, present } from './words.ts';

/** An instant, RFC 3339 in UTC. */
export const Instant = z.iso.datetime();

export const Slot = z
  .strictObject({
    id: z.string(),
    providerId: z.string(),
    providerName: z.string(),
    specialtyId: z.string(),
    visitTypeId: z.string(),
    locationId: z.string(),
    timeZone: z.string().describe('IANA name of the zone of the place'),
    startAt: Instant,
    endAt: Instant,
    mode: visitModes.schema,
    placesLeft: z
      .int()
      .min(1)
      .exactOptional()
      .describe('Of a class, where it is one to choose from: how many may still come'),
  })
  .meta({ id: 'Slot' });

export const Hold = z
  .strictObject({ id: z.string(), slot: Slot, expiresAt: Instant, canExtend: z.boolean() })
  .meta({ id: 'Hold', description: 'A slot kept for one patient for a few minutes' });

export const urgencies = enumWords({
  URGENCY_ROUTINE: 'routine',
  URGENCY_SOON: 'soon',
  URGENCY_URGENT: 'urgent',
  URGENCY_EMERGENCY: 'emergency',
});

export const timesOfDay = enumWords({
  TIME_OF_DAY_MORNING: 'morning',
  TIME_OF_DAY_AFTERNOON: 'afternoon',
  TIME_OF_DAY_EVENING: 'evening',
});

export function slotJson(slot: Slot__Output): z.input<typeof Slot> {
  const { id, providerId, providerName, specialtyId, visitTypeId, locationId, timeZone, startAt, endAt } =
    slot;
  return {
    id,
    providerId,
    providerName,
    specialtyId,
    visitTypeId,
    locationId,
    timeZone,
    startAt,
    endAt,
    mode: modeJson(slot.mode),
    ...(slot.placesLeft > 0 ? { placesLeft: slot.placesLeft } : {}),
  };
}

export function holdJson({ id, slot, expiresAt, canExtend }: Hold__Output): z.input<typeof Hold> {
  return { id, slot: slotJson(present(slot, 'hold.slot')), expiresAt, canExtend };
}
