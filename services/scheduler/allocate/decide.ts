import { decideByVersion1 } from './decide-1.ts';
import { compareKeys, keyOf } from './key.ts';
import { rejections } from './rejections.ts';
import { type AllocationRequest, type Decision, type SlotSeen, WISHES } from './request.ts';

/** Raised with every change of what `decide` answers; older versions stay as long as their decisions are kept. */
export const RULE_VERSION = 2;

/**
 * Decides which of the slots seen to offer. Pure: the same arguments give the same answer, whatever the order of
 * the rows. Feasible slots are ordered by: days after the target date, nearness to the wished date or earliness, how
 * little the provider has to do that week, the keyed hash, the id. Throws RangeError for a rule version it does not
 * know.
 */
export function decide(
  ruleVersion: number,
  request: AllocationRequest,
  rowsSeen: readonly SlotSeen[],
  nowMs: number,
): Decision {
  if (ruleVersion === 1) return decideByVersion1(request, rowsSeen, nowMs);
  if (ruleVersion !== RULE_VERSION) throw new RangeError(`rule version ${ruleVersion} is not known`);
  const key = keyOf(request);
  const rows = rowsSeen.map((row) => ({ row, key: key(row) })).sort((a, b) => compareKeys(a.key, b.key));
  const decision: Decision = { ruleVersion, chosen: null, ranked: [], rejected: [], nearMisses: [] };
  for (const { row } of rows) {
    const reasons = rejections(request, row, nowMs);
    const [reason] = reasons;
    if (reason === undefined) {
      decision.ranked.push(row.slotId);
      continue;
    }
    decision.rejected.push({ slotId: row.slotId, reason, isOnly: reasons.length === 1 });
    if (reasons.every((each) => WISHES.has(each))) decision.nearMisses.push(row.slotId);
  }
  decision.chosen = decision.ranked[0] ?? null;
  return decision;
}
