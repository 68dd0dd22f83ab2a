import type { Proposal } from './proposal.ts';
import type { AllocationRequest, SlotSeen } from './request.ts';

/** What proposals of rule version 2 had: no regions. */
type Proposal2 = Omit<Proposal, 'request' | 'rows'> & {
  request: Omit<AllocationRequest, 'regionIds' | 'needsStepFree'>;
  rows: Omit<SlotSeen, 'regionId' | 'isStepFree'>[];
};

/** What proposals of rule version 1 had. */
type Proposal1 = Omit<Proposal2, 'request' | 'rows' | 'facts'> & {
  request: Omit<Proposal2['request'], 'targetDate' | 'targetSource' | 'mode' | 'isLonger'>;
  rows: Omit<Proposal2['rows'][number], 'mode' | 'longerEndMs' | 'horizonMs'>[];
  targetMs: number;
};

/** A proposal as it is stored, of any rule version. */
export type StoredProposal = Proposal | Proposal2 | Proposal1;

/** The stored proposal in today's shape; what its version did not know is filled in so that it changes nothing. */
export function toCurrent(stored: StoredProposal): Proposal {
  if ('targetMs' in stored) return withRegions(withModes(stored));
  return stored.ruleVersion < 3 ? withRegions(stored) : (stored as Proposal);
}

function withRegions(stored: Proposal2): Proposal {
  return {
    ...stored,
    request: { ...stored.request, regionIds: [], needsStepFree: false },
    rows: stored.rows.map((row) => ({ ...row, regionId: '', isStepFree: true })),
  };
}

function withModes(stored: Proposal1): Proposal2 {
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
