import { queryOptions } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { AppliedMove, Impact, PlannedMove } from '../../api.ts';

/** What a change would do: the times it adds and takes, and a new time for every visit it hits. */
export type Plan = {
  slotsAdded: number;
  slotsRetired: number;
  /** In order of time. */
  moves: readonly PlannedMove[];
  method: 'optimal' | 'best-found' | 'greedy';
  /** How many visits have a new time, and how many the best plan of all could give one. */
  placed: number;
  mostPlaceable: number;
};

/** A change of the hospital's rules, of whichever kind, as the wizard plans and saves it. */
export type Change = {
  /** Identifies a change: the same key has the same plan. */
  key: readonly unknown[];
  /** What is about to change, in a line. */
  words: ReactNode;
  /** Saves nothing. Refuses like the form's own request: with the fields that are not right. */
  plan: (id: string) => Promise<Plan>;
  /** Refuses with a conflict (409) when a visit or a time is not as it was planned; then nothing is saved. */
  save: (id: string, moves: AppliedMove[]) => Promise<unknown>;
};

/** The plan in what a session or a closure would do. */
export function planOf({ slotsAdded, slotsRetired, plan }: Impact): Plan {
  const found = plan ?? { moves: [], method: 'optimal' as const, placed: 0, mostPlaceable: 0 };
  return { slotsAdded, slotsRetired, ...found };
}

/** A plan does not hold slots. A proposed time may be booked at any moment, and saving then fails with a conflict. */
export function planQuery(change: Change, id: string) {
  return queryOptions({
    queryKey: ['plan', ...change.key],
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    meta: { live: false },
    queryFn: () => change.plan(id),
  });
}

/** Whether a visit gets the time that is proposed for it. */
export function isMoved(move: PlannedMove, declined: ReadonlySet<string>): boolean {
  return move.to !== null && !declined.has(move.appointmentId);
}

/** What is saved for each visit of a plan. */
export function appliedMoves({ moves }: Plan, declined: ReadonlySet<string>): AppliedMove[] {
  return moves.map((move) => ({
    appointmentId: move.appointmentId,
    version: move.version,
    toSlotId: isMoved(move, declined) ? (move.to?.id ?? null) : null,
  }));
}
