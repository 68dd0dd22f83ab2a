import { z } from 'zod';
import type { TimeOfDay } from '../allocate/request.ts';
import { id, optionalDate, optionalId, optionalName } from '../parse.ts';

const timesOfDay: Readonly<Record<string, TimeOfDay>> = {
  TIME_OF_DAY_MORNING: 'morning',
  TIME_OF_DAY_AFTERNOON: 'afternoon',
  TIME_OF_DAY_EVENING: 'evening',
};

/** A ProposeRequest with its names as the engine uses them. */
export const proposeSchema = z.object({
  patientId: id,
  need: z.object(
    {
      specialtyId: z.string().min(1, 'must name a specialty').max(64),
      visitTypeId: z.string().min(1, 'must name a visit type').max(64),
      providerId: optionalId,
      locationId: optionalName,
      earliestDate: optionalDate,
      latestDate: optionalDate,
      timesOfDay: z
        .array(z.string())
        .max(3)
        .transform((names) => names.flatMap((name) => timesOfDay[name] ?? [])),
      daysOfWeek: z.array(z.int().min(1).max(7)).max(7),
      symptoms: z.object(
        {
          emergencySigns: z.boolean(),
          gettingWorse: z.boolean(),
          limitsDailyLife: z.boolean(),
          longStanding: z.boolean(),
        },
        { error: 'must be answered' },
      ),
    },
    { error: 'must be given' },
  ),
});
