import { z } from 'zod';

/** In the body of changes that can be tried without saving. */
export const dryRun = z
  .boolean()
  .default(false)
  .describe('Saves nothing, and answers with a new time for each visit that is hit, as far as there is one');

/** In the body of a change of a session that hits booked visits. */
export const disruptionId = z.guid().describe('Made by the client: saving it again changes nothing');

/** The solver alone may take five seconds. */
export const changeDeadlineMs = 12_000;
