import { ServiceError } from '@healthbooker/runtime/errors';

/** What all clients of a run count together. */
export type Tally = {
  operations: number;
  /** Operations answered so far, with a change or a refusal. */
  done: number;
  /** How often each kind of operation ended how: `done`, or why it was refused. */
  outcomes: Map<string, Map<string, number>>;
  /** Calls asked again because nobody answered. */
  askedAgain: number;
  /** The newest version of each appointment or waiting entry that somebody was told of. */
  acknowledged: Map<string, number>;
  /** Leaves that were acknowledged. */
  leaves: Set<string>;
  /** The first of the answers that nobody should get. */
  failures: string[];
  failed: number;
};

/** Refusals that contention explains. Anything else is a failure. */
const REFUSALS: ReadonlySet<string> = new Set(['slot-taken', 'conflict', 'not-found', 'invalid', 'too-soon']);
const FAILURES_SHOWN = 20;
const MOST_FAILURES = 1000;

export function newTally(operations: number): Tally {
  return {
    operations,
    done: 0,
    outcomes: new Map(),
    askedAgain: 0,
    acknowledged: new Map(),
    leaves: new Set(),
    failures: [],
    failed: 0,
  };
}

export const isOver = ({ done, operations, failed }: Tally): boolean =>
  done >= operations || failed >= MOST_FAILURES;

/** Runs one operation and counts how it ended; answers with what came of it, or with why it was refused. */
export async function counted<Result>(
  tally: Tally,
  kind: string,
  operation: () => Promise<Result>,
): Promise<{ result: Result } | { refusal: ServiceError }> {
  try {
    const result = await operation();
    count(tally, kind, 'done');
    return { result };
  } catch (error) {
    if (error instanceof ServiceError && REFUSALS.has(error.kind)) {
      const reason = error.details?.['reason'];
      count(tally, kind, reason === undefined ? error.kind : `${error.kind} (${reason})`);
      return { refusal: error };
    }
    count(tally, kind, 'FAILED');
    tally.failed += 1;
    if (tally.failures.length < FAILURES_SHOWN) {
      const cause = error instanceof Error && error.cause !== undefined ? ` (${error.cause})` : '';
      tally.failures.push(`${kind}: ${error}${cause}`);
      console.log(`failed: ${tally.failures.at(-1)}`);
    }
    const refusal = error instanceof ServiceError ? error : new ServiceError('internal', String(error));
    return { refusal };
  }
}

function count(tally: Tally, kind: string, outcome: string): void {
  tally.done += 1;
  const outcomes = tally.outcomes.get(kind) ?? new Map<string, number>();
  tally.outcomes.set(kind, outcomes);
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
}

/** Somebody was told that an appointment or entry is at this version. */
export function acknowledge({ acknowledged }: Tally, id: string, version: number): void {
  acknowledged.set(id, Math.max(acknowledged.get(id) ?? 0, version));
}

/** A line for each kind of operation: how many, and how they ended. */
export function table({ outcomes }: Tally): string {
  const sum = (counts: Map<string, number>) => [...counts.values()].reduce((a, b) => a + b, 0);
  return [...outcomes]
    .sort(([, a], [, b]) => sum(b) - sum(a))
    .map(([kind, counts]) => {
      const ends = [...counts].sort(([, a], [, b]) => b - a).map(([end, times]) => `${end} ${times}`);
      return `  ${kind.padEnd(15)} ${String(sum(counts)).padStart(8)}  ${ends.join(', ')}`;
    })
    .join('\n');
}
