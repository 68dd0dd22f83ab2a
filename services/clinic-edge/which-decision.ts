import { z } from 'zod';

/** The path parameters that name a decision: an appointment or waiting entry, and its version. */
export const whichDecision = z.strictObject({ id: z.guid(), version: z.int32().min(1) });
