import type { AffectedVisit } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/AffectedVisit';
import type { Impact } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Impact';
import { type Pool, type Transaction, transaction } from '@healthbooker/runtime/postgres';

/** How many visits of a change are shown; the plan and the list have all of them. */
const SHOWN = 200;

/** What a change did to slots, in the contract's words; `visits` are those it hits, earliest first. */
export function impactOf(
  slots: { added: number; retired: number },
  visits: readonly AffectedVisit[],
  disruptionId = '',
): Impact {
  return {
    slotsAdded: slots.added,
    slotsRetired: slots.retired,
    visits: visits.slice(0, SHOWN),
    visitsTotal: visits.length,
    disruptionId,
  };
}

/** Carries the result out of a transaction that is rolled back. */
class OnlyTried extends Error {
  readonly result: unknown;
  constructor(result: unknown) {
    super('only tried');
    this.result = result;
  }
}

/** Runs a change; with `isDryRun` it is rolled back. The answer is the same. */
export async function tryOrSave<Result>(
  pool: Pool,
  options: { isDryRun: boolean; deadline: number },
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  try {
    return await transaction(
      pool,
      async (tx) => {
        const result = await work(tx);
        if (options.isDryRun) throw new OnlyTried(result);
        return result;
      },
      { deadline: options.deadline, attempts: 3 },
    );
  } catch (error) {
    if (error instanceof OnlyTried) return error.result as Result;
    throw error;
  }
}
