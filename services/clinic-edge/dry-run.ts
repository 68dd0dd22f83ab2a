import { z } from 'zod';

/** In the body of changes that can be tried first. */
export const dryRun = z.boolean().default(false).describe('Answers the same and saves nothing');
