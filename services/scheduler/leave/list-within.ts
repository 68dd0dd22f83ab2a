import { newTrace } from '@healthbooker/runtime/trace';
import type { Within } from '../availability/materialise.ts';
import type { Parts } from '../parts.ts';
import { listHit } from './list-hit.ts';
import { withPatients } from './lock-patients.ts';

/** For the job that makes slots: visits that it takes the time from go to the worklist in the transaction that does so. */
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

/** Nobody asks: the scheduler does it by itself. */
function asItself({ log, clock }: Parts) {
  return {
    caller: { kind: 'workload', service: 'scheduler' },
    deadline: clock().getTime() + 60_000,
    trace: newTrace(),
    log,
    signal: new AbortController().signal,
  } as const;
}
