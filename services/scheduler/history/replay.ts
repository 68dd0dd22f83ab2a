import { ServiceError } from '@healthbooker/runtime/errors';
import { byPriority } from '../engine/priority.ts';
import type { RankSeen, Seen } from '../engine/proposal.ts';
import { refusalToTake } from '../engine/refusal-to-take.ts';
import { decideAgain } from '../engine/replay.ts';
import type { StoredProposal } from '../engine/stored.ts';
import { type DecisionRow, slotIdOf } from './decision-row.ts';
import type { Status } from './reservation.ts';
import { changeStatus, refuseCancel } from './visit-status.ts';

export type Replay =
  | { result: 'same' | 'differs'; stored: string; recomputed: string }
  /** Nothing was decided by a rule. */
  | { result: 'not-replayable' };

const NONE = 'none';

/**
 * Decides again on what was stored with a decision and compares the answers: ids of slots or entries, or the word for
 * what happened. Pure. A row that cannot be read differs.
 */
export function replay(row: DecisionRow): Replay {
  try {
    const answers = decideRow(row);
    if (answers.length === 0) return { result: 'not-replayable' };
    const [stored, recomputed] =
      answers.find(([before, after]) => before !== after) ?? (answers[0] as [string, string]);
    return { result: stored === recomputed ? 'same' : 'differs', stored, recomputed };
  } catch (error) {
    return { result: 'differs', stored: row.outcome.change, recomputed: `failed: ${String(error)}` };
  }
}

/** The stored answer and the answer now; lists where a decision has several answers. */
function decideRow(row: DecisionRow): [stored: string, recomputed: string][] {
  const { inputs, outcome } = row;
  const { seen } = inputs;
  switch (seen.rule) {
    case 'choose':
      return [[slotIdOf(row) ?? seen.proposal.chosen ?? NONE, decideAgain(seen.proposal) ?? NONE]];
    case 'take':
      return [
        [slotIdOf(row) ?? seen.take.slotId, refusalToTake(seen.take) ?? seen.take.slotId],
        ...proposed(seen.proposal),
      ];
    case 'rank':
      return [[seen.chosen ?? NONE, first(seen) ?? NONE], ...proposed(seen.proposal)];
    case 'release':
      return [[outcome.change, cancelled(seen) ?? outcome.change]];
    case 'status':
      return [[outcome.change, changed(seen)]];
    case 'note':
      return [];
    default:
      return proposed(seen.proposal);
  }
}

function proposed(proposal: StoredProposal | null | undefined): [string, string][] {
  return proposal ? [[proposal.chosen ?? NONE, decideAgain(proposal) ?? NONE]] : [];
}

function first({ entries, nowMs }: RankSeen): string | undefined {
  return entries.filter(({ rejection }) => rejection === null).sort(byPriority(nowMs))[0]?.id;
}

/** Why a visit may not be cancelled, null when it may. */
function cancelled(seen: Extract<Seen, { rule: 'release' }>): string | null {
  const { status, by, startMs, nowMs } = seen;
  return refusalOf(() => {
    refuseCancel({ status: status as Status, start_at: new Date(startMs) }, by, new Date(nowMs));
    return null;
  });
}

function changed(seen: Extract<Seen, { rule: 'status' }>): string {
  const { from, to, by, startMs, timeZone, nowMs } = seen;
  const current = { status: from as Status, start_at: new Date(startMs), time_zone: timeZone };
  return refusalOf(() => changeStatus(current, to as Status, by, new Date(nowMs)));
}

/** What `work` answers, or the kind of its refusal. */
function refusalOf<Answer extends string | null>(work: () => Answer): Answer | string {
  try {
    return work();
  } catch (error) {
    if (error instanceof ServiceError) return error.kind;
    throw error;
  }
}
