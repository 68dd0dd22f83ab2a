import { ServiceError } from '@healthbooker/runtime/errors';
import type { Measures } from '../measures.ts';

/** Does the work and counts its outcome: `done`, or the kind of the error. */
export async function counted<Result>(
  { requests }: Measures,
  operation: 'book' | 'move' | 'cancel' | 'check-in',
  work: Promise<Result>,
): Promise<Result> {
  try {
    const result = await work;
    requests.inc({ operation, outcome: 'done' });
    return result;
  } catch (err) {
    requests.inc({ operation, outcome: err instanceof ServiceError ? err.kind : 'internal' });
    throw err;
  }
}
