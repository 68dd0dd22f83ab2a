import { z } from 'zod';
import { expectedVersion, id, optionalId } from '../parse.ts';
import { MOST_VISITS } from './hit-visits.ts';

/** The planned moves, as requests name them. */
export const movesSchema = z
  .array(z.object({ appointmentId: id, expectedVersion, toSlotId: optionalId }))
  .max(MOST_VISITS, { error: `must be ${MOST_VISITS} at most` })
  .refine((moves) => isOnce(moves.map(({ appointmentId }) => appointmentId)), {
    error: 'names a visit twice',
  })
  .refine((moves) => isOnce(moves.flatMap(({ toSlotId }) => toSlotId ?? [])), {
    error: 'gives a time to two visits',
  });

function isOnce(ids: readonly string[]): boolean {
  return new Set(ids).size === ids.length;
}
