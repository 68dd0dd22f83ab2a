import { decide } from './decide.ts';
import type { Proposal } from './record.ts';

/** Whether deciding again on what a stored proposal saw chooses the same slot. */
export function replays(proposal: Proposal): boolean {
  const { ruleVersion, request, rows, nowMs, chosen } = proposal;
  return decide(ruleVersion, request, rows, nowMs).chosen === chosen;
}
