import type { LeavePlan, PlannedMove } from '../api.ts';
import type { Step } from './leave-search.ts';

/** What every step after the first one works with. */
export type StepProps = {
  plan: LeavePlan;
  /** Visits for which the proposed time is not taken. */
  declined: ReadonlySet<string>;
  go: (step: Step) => void;
};

/** Whether a visit gets the time that is proposed for it. */
export function isMoved(move: PlannedMove, declined: ReadonlySet<string>): boolean {
  return move.to !== null && !declined.has(move.appointmentId);
}
