import type { Proposal } from './record.ts';
import type { AllocationRequest, SlotSeen } from './request.ts';

/** What proposals of rule version 1 had. */
type Proposal1 = Omit<Proposal, 'request' | 'rows' | 'facts'> & {
  request: Omit<AllocationRequest, 'targetDate' | 'targetSource' | 'mode' | 'isLonger'>;
  rows: Omit<SlotSeen, 'mode' | 'longerEndMs' | 'horizonMs'>[];
  targetMs: number;
};

/** A proposal as it stands in the database: of any rule version. */
export type StoredProposal = Proposal | Proposal1;

/** The stored proposal in today's shape; what version 1 did not know is filled in so that it changes nothing. */
export function toCurrent(stored: StoredProposal): Proposal {
  if (!('targetMs' in stored)) return stored;
  const { targetMs, ...proposal } = stored;
  const targetDate = new Date(targetMs).toISOString().slice(0, 10);
  return {
    ...proposal,
    request: { ...stored.request, targetDate, targetSource: 'answers', mode: null, isLonger: false },
    rows: stored.rows.map((row) => ({
      ...row,
      mode: 'in-person' as const,
      longerEndMs: null,
      horizonMs: Number.MAX_SAFE_INTEGER,
    })),
    facts: {
      isEarlierKept: false,
      isEarliest: true,
      hasNearMisses: false,
    },
  };
}
