// Original file: healthbooker/scheduler/v1/decision.proto

export const CandidateState = {
  CANDIDATE_STATE_UNSPECIFIED: 'CANDIDATE_STATE_UNSPECIFIED',
  CANDIDATE_STATE_CHOSEN: 'CANDIDATE_STATE_CHOSEN',
  CANDIDATE_STATE_FITTED: 'CANDIDATE_STATE_FITTED',
  CANDIDATE_STATE_REJECTED: 'CANDIDATE_STATE_REJECTED',
} as const;

export type CandidateState =
  | 'CANDIDATE_STATE_UNSPECIFIED'
  | 0
  | 'CANDIDATE_STATE_CHOSEN'
  | 1
  | 'CANDIDATE_STATE_FITTED'
  | 2
  | 'CANDIDATE_STATE_REJECTED'
  | 3

export type CandidateState__Output = typeof CandidateState[keyof typeof CandidateState]
