import type { AllocationRequest, Decision, Rejection, SlotSeen } from './decide.ts';

/** Rows kept of each kind: fitting, rejected. */
const KEPT_FITTING = 12;
const KEPT_REJECTED = 8;

/** A decision as it is stored: enough of the rows to replay it to the same answer, and how many there were. */
export type Proposal = {
  ruleVersion: number;
  request: AllocationRequest;
  nowMs: number;
  rows: SlotSeen[];
  seen: { total: number; fitting: number; rejected: Partial<Record<Rejection, number>> };
  chosen: string | null;
  targetMs: number;
};

/**
 * Keeps the best fitting rows and the best rejected ones, 20 at most. The chosen slot is the first of them, so that
 * deciding on the kept rows gives the same answer as deciding on all.
 */
export function toProposal(
  request: AllocationRequest,
  rows: readonly SlotSeen[],
  decision: Decision,
  nowMs: number,
): Proposal {
  const byId = new Map(rows.map((row) => [row.slotId, row]));
  const kept = [
    ...decision.ranked.slice(0, KEPT_FITTING),
    ...decision.rejected.slice(0, KEPT_REJECTED).map(({ slotId }) => slotId),
  ];
  const rejected: Partial<Record<Rejection, number>> = {};
  for (const { reason } of decision.rejected) rejected[reason] = (rejected[reason] ?? 0) + 1;
  return {
    ruleVersion: decision.ruleVersion,
    request,
    nowMs,
    rows: kept.flatMap((id) => byId.get(id) ?? []),
    seen: { total: rows.length, fitting: decision.ranked.length, rejected },
    chosen: decision.chosen,
    targetMs: decision.targetMs,
  };
}
