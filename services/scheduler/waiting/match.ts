import { decide, RULE_VERSION } from '../engine/decide.ts';
import { byPriority, type Waiting } from '../engine/priority.ts';
import type { EntrySeen } from '../engine/proposal.ts';
import type { AllocationRequest, Decision, Rejection, SlotSeen } from '../engine/request.ts';

/** An entry that waits, with the slots that could be given to it. */
export type Candidate = {
  waiting: Waiting;
  request: AllocationRequest;
  rows: readonly SlotSeen[];
  /** By slot id: the visit id that the seats of a class share. The lowest seat comes first in `rows`. */
  visitOf: ReadonlyMap<string, string>;
  /** For a longer visit the slot that each of them takes in. */
  nextOf: ReadonlyMap<string, string>;
};

export type Match = {
  entryId: string;
  slotId: string;
  nextId: string | undefined;
  decision: Decision;
  rows: SlotSeen[];
  /** The entries that were served before or could not use the slot, then the one that gets it. */
  entries: EntrySeen[];
};

/**
 * Decides which entry gets which slot: in the order of `byPriority` each entry gets the slot that `decide` prefers
 * among those left. So a slot goes to the first entry that it fits and that got no better one. An entry sees one seat
 * of each class. Pure.
 */
export function matchEntries(candidates: readonly Candidate[], nowMs: number): Match[] {
  const compare = byPriority(nowMs);
  const order = [...candidates].sort((a, b) => compare(a.waiting, b.waiting));
  const gone = new Set<string>();
  const matches: Match[] = [];
  const outcomes: Outcome[] = [];
  for (const { waiting, request, rows, visitOf, nextOf } of order) {
    const seats = rows.filter(({ slotId }) => !gone.has(slotId) && !gone.has(nextOf.get(slotId) ?? ''));
    const left = oneOfEach(seats, visitOf);
    const decision = decide(RULE_VERSION, request, left, nowMs);
    const { chosen } = decision;
    if (chosen !== null) {
      const nextId = nextOf.get(chosen);
      gone.add(chosen);
      if (nextId !== undefined) gone.add(nextId);
      const visit = visitOf.get(chosen) ?? chosen;
      const ahead = outcomes.map((one) => ({ ...one.waiting, rejection: whyNot(one, visit) }));
      const entries = [...ahead, { ...waiting, rejection: null }];
      matches.push({ entryId: waiting.id, slotId: chosen, nextId, decision, rows: left, entries });
    }
    outcomes.push({ waiting, slotId: chosen, rejected: decision.rejected, visitOf });
  }
  return matches;
}

/** The first of each start. */
export function oneOfEach(rows: readonly SlotSeen[], visitOf: ReadonlyMap<string, string>): SlotSeen[] {
  const seen = new Set<string>();
  return rows.filter(({ slotId }) => {
    const visit = visitOf.get(slotId) ?? slotId;
    return !seen.has(visit) && seen.add(visit);
  });
}

type Outcome = Pick<Candidate, 'waiting' | 'visitOf'> & {
  slotId: string | null;
  rejected: Decision['rejected'];
};

function whyNot(
  { slotId, rejected, visitOf }: Outcome,
  wanted: string,
): Rejection | 'other-slot' | 'not-possible' {
  if (slotId !== null) return 'other-slot';
  return rejected.find((one) => (visitOf.get(one.slotId) ?? one.slotId) === wanted)?.reason ?? 'not-possible';
}
