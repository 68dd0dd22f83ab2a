import { decide } from '../engine/decide.ts';
import { difference, keyOf } from '../engine/key.ts';
import { byPriority } from '../engine/priority.ts';
import type { Proposal, RankSeen } from '../engine/proposal.ts';
import { differenceInWords, rejectionInWords } from './reason-words.ts';

/** A slot or an entry that was compared, without names. */
export type Candidate = {
  state: 'chosen' | 'fitted' | 'rejected';
  /** From 1; 0 for what was rejected. */
  rank: number;
  reason: string;
  explanation: string;
  slotId: string | null;
  entryId: string | null;
  providerLoad: number;
};

/** The result for each stored slot; `chosen` is the one to mark. */
export function slotCandidates(proposal: Proposal, chosen: string | null): Candidate[] {
  const { ruleVersion, request, rows, nowMs } = proposal;
  const decision = decide(ruleVersion, request, rows, nowMs);
  const byId = new Map(rows.map((row) => [row.slotId, row]));
  const key = keyOf(request);
  const best = byId.get(chosen ?? '');
  const fitted = decision.ranked.map((slotId, index): Candidate => {
    const row = byId.get(slotId);
    const isChosen = slotId === chosen;
    const reason = isChosen || !best || !row ? null : difference(key(best), key(row));
    return {
      state: isChosen ? 'chosen' : 'fitted',
      rank: index + 1,
      reason: reason ?? '',
      explanation: reason === null ? '' : differenceInWords(reason),
      slotId,
      entryId: null,
      providerLoad: row?.providerLoad ?? 0,
    };
  });
  const rejected = decision.rejected.map(
    ({ slotId, reason }): Candidate => ({
      state: 'rejected',
      rank: 0,
      reason,
      explanation: rejectionInWords(reason),
      slotId,
      entryId: null,
      providerLoad: byId.get(slotId)?.providerLoad ?? 0,
    }),
  );
  return [...fitted, ...rejected];
}

/** The result for each waiting entry when a slot was offered. */
export function entryCandidates({ entries, nowMs }: RankSeen, chosen: string | null): Candidate[] {
  return [...entries].sort(byPriority(nowMs)).map(
    ({ id, rejection }, index): Candidate => ({
      state: rejection !== null ? 'rejected' : id === chosen ? 'chosen' : 'fitted',
      rank: rejection === null ? index + 1 : 0,
      reason: rejection ?? '',
      explanation: rejection === null ? '' : rejectionInWords(rejection),
      slotId: null,
      entryId: id,
      providerLoad: 0,
    }),
  );
}
