import { type CallContext, personOf } from '@healthbooker/runtime/context';
import { type Transaction, transaction } from '@healthbooker/runtime/postgres';
import { decide, RULE_VERSION } from '../engine/decide.ts';
import { type Proposal, toProposal } from '../engine/proposal.ts';
import type { AllocationRequest, Decision, SlotSeen } from '../engine/request.ts';
import { lockPatients } from '../locks.ts';
import type { Parts } from '../parts.ts';
import {
  claimBest,
  claimBestLonger,
  giveBack,
  type NewHold,
  openHoldOf,
  recordHold,
  refuseDisplacing,
} from './hold.ts';
import { bestSeats, type FreeSeats } from './seats.ts';

/** Seats tried in one statement, best first: others may take some in between. */
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
 * Decides and holds the best slot. Slots that somebody else took since they were read count as taken in the stored
 * decision, and are marked so in `rows`. For a class it is the lowest available seat. There is no hold when nothing
 * fits.
 */
export async function holdBest(
  { pool, measures, holdMs }: Parts,
  { patientId, referralId, needs }: Pick<NewHold, 'patientId' | 'referralId' | 'needs'>,
  request: AllocationRequest,
  { rows, freeSeats }: { rows: SlotSeen[]; freeSeats: FreeSeats },
  { now, context }: { now: Date; context: CallContext },
): Promise<Held> {
  const nowMs = now.getTime();
  const expiresAt = new Date(nowMs + holdMs);
  const decideNow = (seen: readonly SlotSeen[] = rows) => {
    const observe = measures.decideSeconds.startTimer();
    const decision = decide(RULE_VERSION, request, seen, nowMs);
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
    const best = bestSeats(decision.ranked, freeSeats, request.isLonger ? LONGER_AT_ONCE : AT_ONCE);
    const hold = async (tx: Transaction): Promise<Held | undefined> => {
      await lockPatients(tx, [patientId]);
      const other = await openHoldOf(tx, patientId);
      refuseDisplacing(context, other);
      if (other !== undefined) await giveBack(tx, other);
      const slotId = await (request.isLonger ? claimBestLonger : claimBest)(tx, best.seats);
      if (slotId === undefined) return undefined;
      const start = best.startOf.get(slotId);
      markTaken(best.starts.slice(0, best.starts.indexOf(start ?? slotId)));
      const seen = rows.map((row) => (row.slotId === start ? { ...row, slotId } : row));
      const final = slotId === decision.chosen ? decision : decideNow(seen);
      const proposal = toProposal(request, seen, final, nowMs);
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
    markTaken(best.starts);
  }
}
