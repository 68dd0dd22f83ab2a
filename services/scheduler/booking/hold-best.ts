import { type CallContext, personOf } from '@healthbooker/runtime/context';
import { type Transaction, transaction } from '@healthbooker/runtime/postgres';
import { decide, RULE_VERSION } from '../allocate/decide.ts';
import { type Proposal, toProposal } from '../allocate/record.ts';
import type { AllocationRequest, Decision, SlotSeen } from '../allocate/request.ts';
import type { Parts } from '../parts.ts';
import {
  claimBest,
  claimBestLonger,
  giveBack,
  lockPatient,
  type NewHold,
  openHoldOf,
  recordHold,
  refuseDisplacing,
} from './hold.ts';

/** Slots tried in one go, best first, while others take them as well. */
const AT_ONCE = 50;
/** The same where the following slot is needed as well. */
const LONGER_AT_ONCE = 8;

export type Held = {
  decision: Decision;
  proposal: Proposal;
  hold: { id: string } | undefined;
  expiresAt: Date;
};

/**
 * Decides and holds the best slot. Those that somebody else took since they were read count as taken in the decision
 * that is kept; `rows` is marked so. No hold when nothing fits.
 */
export async function holdBest(
  { pool, measures, holdMs }: Parts,
  { patientId, referralId, needs }: Pick<NewHold, 'patientId' | 'referralId' | 'needs'>,
  request: AllocationRequest,
  rows: SlotSeen[],
  { now, context }: { now: Date; context: CallContext },
): Promise<Held> {
  const nowMs = now.getTime();
  const expiresAt = new Date(nowMs + holdMs);
  const decideNow = () => {
    const observe = measures.decideSeconds.startTimer();
    const decision = decide(RULE_VERSION, request, rows, nowMs);
    observe();
    return decision;
  };
  const markTaken = (slotIds: readonly string[]) => {
    for (const row of rows) if (slotIds.includes(row.slotId)) row.taken = true;
  };
  for (let decision = decideNow(); ; decision = decideNow()) {
    if (decision.chosen === null) {
      const proposal = toProposal(request, rows, decision, nowMs);
      return { decision, proposal, hold: undefined, expiresAt };
    }
    const ranking = decision.ranked.slice(0, request.isLonger ? LONGER_AT_ONCE : AT_ONCE);
    const hold = async (tx: Transaction): Promise<Held | undefined> => {
      await lockPatient(tx, patientId);
      const other = await openHoldOf(tx, patientId);
      refuseDisplacing(context, other);
      if (other !== undefined) await giveBack(tx, other);
      const slotId = await (request.isLonger ? claimBestLonger : claimBest)(tx, ranking);
      if (slotId === undefined) return undefined;
      markTaken(ranking.slice(0, ranking.indexOf(slotId)));
      const final = slotId === ranking[0] ? decision : decideNow();
      const proposal = toProposal(request, rows, final, nowMs);
      const recorded = await recordHold(tx, {
        slotId,
        patientId,
        urgency: request.urgency,
        proposal,
        expiresAt,
        referralId,
        needs,
        heldBy: personOf(context).personId,
      });
      return { decision: final, proposal, hold: recorded, expiresAt };
    };
    const held = await transaction(pool, hold, { deadline: context.deadline });
    if (held !== undefined) return held;
    markTaken(ranking);
  }
}
