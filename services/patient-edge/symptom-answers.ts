import { z } from 'zod';

/** Plain questions, from which the services derive the urgency; nobody names an urgency of their own. */
export const SymptomAnswers = z
  .strictObject({
    emergencySigns: z.boolean(),
    gettingWorse: z.boolean(),
    limitsDailyLife: z.boolean(),
    longStanding: z.boolean(),
  })
  .meta({ id: 'SymptomAnswers' });
