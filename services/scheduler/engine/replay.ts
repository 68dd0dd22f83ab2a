import { decide } from './decide.ts';
import { type StoredProposal, toCurrent } from './stored.ts';

/** What deciding again on what a stored proposal saw chooses: a slot's id, or null. */
export function decideAgain(stored: StoredProposal): string | null {
  const { ruleVersion, request, rows, nowMs } = toCurrent(stored);
  return decide(ruleVersion, request, rows, nowMs).chosen;
}

/** Whether deciding again on what a stored proposal saw chooses the same slot. */
export function replays(stored: StoredProposal): boolean {
  return decideAgain(stored) === stored.chosen;
}
