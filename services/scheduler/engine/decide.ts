import { compareKeys, keyOf } from './key.ts';
import { rejections } from './rejections.ts';
import { type AllocationRequest, type Decision, type NearMiss, type SlotSeen, WISHES } from './request.ts';
import { decideByVersion1 } from './rules/1.ts';
import { decideByVersion2 } from './rules/2.ts';

/** Raise it with every change of what `decide` answers; keep the older versions as long as their decisions are kept. */
export const RULE_VERSION = 3;

/**
 * Decides which of these slots to offer. Pure: the same arguments give the same answer, whatever the order of the rows.
 * Feasible slots are ordered by: days after the target date, nearness to the wished date or earliness, how little the
 * provider has to do that week, the keyed hash, the id. Where none fits, the near misses leave out as few wishes as
 * possible. Throws RangeError for a rule version it does not know.
 */
export function decide(
  ruleVersion: number,
  request: AllocationRequest,
  rowsSeen: readonly SlotSeen[],
  nowMs: number,
): Decision {
  if (ruleVersion === 1) return decideByVersion1(request, rowsSeen, nowMs);
  if (ruleVersion === 2) return decideByVersion2(request, rowsSeen, nowMs);
  if (ruleVersion !== RULE_VERSION) throw new RangeError(`rule version ${ruleVersion} is not known`);
  const key = keyOf(request);
  const rows = rowsSeen.map((row) => ({ row, key: key(row) })).sort((a, b) => compareKeys(a.key, b.key));
  const decision: Decision = { ruleVersion, chosen: null, ranked: [], rejected: [], nearMisses: [] };
  const misses: NearMiss[] = [];
  for (const { row } of rows) {
    const reasons = rejections(request, row, nowMs);
    const [reason] = reasons;
    if (reason === undefined) {
      decision.ranked.push(row.slotId);
      continue;
    }
    decision.rejected.push({ slotId: row.slotId, reason, isOnly: reasons.length === 1 });
    if (reasons.every((each) => WISHES.has(each))) misses.push({ slotId: row.slotId, wishes: reasons });
  }
  decision.nearMisses = nearest(misses);
  decision.chosen = decision.ranked[0] ?? null;
  return decision;
}

/**
 * The near misses to show: of the slots that only wishes exclude, those that leave out the fewest wishes. First the
 * best slot for each wish that may be left out, then the second best for each, and so on.
 */
function nearest(misses: readonly NearMiss[]): NearMiss[] {
  const fewest = Math.min(...misses.map(({ wishes }) => wishes.length));
  const closest = misses.filter(({ wishes }) => wishes.length === fewest);
  const byWishes = [...Map.groupBy(closest, ({ wishes }) => wishes.join()).values()];
  const rounds = Math.max(0, ...byWishes.map(({ length }) => length));
  return Array.from({ length: rounds }, (_, round) => byWishes.flatMap((group) => group[round] ?? [])).flat();
}
