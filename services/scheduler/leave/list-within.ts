import type { Within } from '../calendar/materialise.ts';
import type { Parts } from '../parts.ts';
import { asItself, listHit } from './list-hit.ts';
import { withPatients } from './lock-patients.ts';

/** For the job that makes slots: visits that lose their time go to the worklist in the same transaction. */
export function listWithin(parts: Parts): Within {
  return async (run) => {
    let isWritten = false;
    const context = asItself(parts);
    const applied = await withPatients([], (patients) =>
      run(patients.lock, async (tx, done) => {
        isWritten = await listHit(tx, parts, done, patients, context);
      }),
    );
    if (isWritten) parts.relay.wake();
    return applied;
  };
}
