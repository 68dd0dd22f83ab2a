import type { Waiting } from './priority.ts';
import type { TakeSeen } from './refusal-to-take.ts';
import type { AllocationRequest, Decision, Rejection, SlotSeen } from './request.ts';

/** Rows kept of each kind: fitting, rejected. */
const KEPT_FITTING = 12;
const KEPT_REJECTED = 8;
/** Entries kept of those that were looked at for an offer. */
const KEPT_ENTRIES = 20;

/**
 * What a decision was made on, as it is stored in `inputs.seen` of every version. `rule` names the function that
 * decides it again. There may be more fields.
 */
export type Seen =
  /** A slot that was picked or held before: `refusalToTake` says it is to be had. The proposal is what led to it. */
  | { rule: 'take'; take: TakeSeen; proposal: Proposal | null }
  /** The engine chose and booked at once: `decide` chooses the same slot. */
  | { rule: 'choose'; proposal: Proposal }
  /** A slot was given back: `changeStatus` or the rules of cancelling allow it. */
  | { rule: 'release'; status: string; by: 'patient' | 'staff'; startMs: number; nowMs: number }
  /** A visit went from one status to another: `changeStatus` allows it. */
  | {
      rule: 'status';
      from: string;
      to: string;
      by: 'patient' | 'staff';
      startMs: number;
      timeZone: string;
      nowMs: number;
    }
  /** A freed slot was offered to the first waiting entry that it fits: `byPriority` puts the same one first. */
  | RankSeen
  /** Nothing was decided by a rule: a wish was noted, a call was made, somebody answered. */
  | { rule: 'note'; [more: string]: unknown };

/**
 * A waiting entry as it was when the slot was offered. `rejection`: why the slot does not suit it, null when it does.
 */
export type EntrySeen = Waiting & { rejection: string | null };

export type RankSeen = {
  rule: 'rank';
  nowMs: number;
  slotId: string;
  entries: EntrySeen[];
  seen: { total: number; fitting: number; rejected: Record<string, number> };
  /** The entry the slot was offered to or booked for. */
  chosen: string | null;
  /** Why that entry was given this slot and not another one. */
  proposal?: Proposal;
};

/** A decision as it is stored: enough of the rows to replay it to the same answer, and how many there were. */
export type Proposal = {
  ruleVersion: number;
  request: AllocationRequest;
  nowMs: number;
  rows: SlotSeen[];
  seen: { total: number; fitting: number; rejected: Partial<Record<Rejection, number>> };
  /** Facts that depend on rows that are not kept. */
  facts: {
    /** An earlier slot fits, but it is kept for more urgent needs. */
    isEarlierKept: boolean;
    /** No slot that fits begins before the chosen one. */
    isEarliest: boolean;
    /** Some slots fit but for the wishes. */
    hasNearMisses: boolean;
    /**
     * The wishes that the near misses leave out: one each, or several where every near miss leaves out more than one.
     */
    relaxed?: Rejection[];
  };
  chosen: string | null;
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
  const startOf = (slotId: string) => byId.get(slotId)?.startMs ?? Number.POSITIVE_INFINITY;
  const chosenMs = decision.chosen === null ? Number.POSITIVE_INFINITY : startOf(decision.chosen);
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
    facts: {
      isEarlierKept: decision.rejected.some(
        ({ slotId, reason, isOnly }) => isOnly && reason === 'carved-out' && startOf(slotId) < chosenMs,
      ),
      isEarliest: decision.ranked.every((slotId) => startOf(slotId) >= chosenMs),
      hasNearMisses: decision.nearMisses.length > 0,
      relaxed: [...new Set(decision.nearMisses.flatMap(({ wishes }) => wishes))],
    },
    chosen: decision.chosen,
  };
}

/**
 * Keeps the entries that were compared when a slot was offered. `entries` are in the order in which they are served,
 * including those that do not fit; the first that fits is the chosen one.
 */
export function toRankSeen(nowMs: number, slotId: string, entries: readonly EntrySeen[]): RankSeen {
  const fitting = entries.filter(({ rejection }) => rejection === null);
  const rejected: Record<string, number> = {};
  for (const { rejection } of entries) {
    if (rejection !== null) rejected[rejection] = (rejected[rejection] ?? 0) + 1;
  }
  const unfit = entries.filter(({ rejection }) => rejection !== null);
  return {
    rule: 'rank',
    nowMs,
    slotId,
    entries: [...fitting.slice(0, KEPT_FITTING), ...unfit].slice(0, KEPT_ENTRIES),
    seen: { total: entries.length, fitting: fitting.length, rejected },
    chosen: fitting[0]?.id ?? null,
  };
}
