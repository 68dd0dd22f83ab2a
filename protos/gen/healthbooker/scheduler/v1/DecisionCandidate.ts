// Original file: healthbooker/scheduler/v1/decision.proto

import type { CandidateState as _healthbooker_scheduler_v1_CandidateState, CandidateState__Output as _healthbooker_scheduler_v1_CandidateState__Output } from '../../../healthbooker/scheduler/v1/CandidateState.ts';
import type { Slot as _healthbooker_scheduler_v1_Slot, Slot__Output as _healthbooker_scheduler_v1_Slot__Output } from '../../../healthbooker/scheduler/v1/Slot.ts';

export interface DecisionCandidate {
  'state'?: (_healthbooker_scheduler_v1_CandidateState);
  'rank'?: (number);
  'reason'?: (string);
  'explanation'?: (string);
  'slot'?: (_healthbooker_scheduler_v1_Slot | null);
  'entryId'?: (string);
  'providerLoad'?: (number);
}

export interface DecisionCandidate__Output {
  'state': (_healthbooker_scheduler_v1_CandidateState__Output);
  'rank': (number);
  'reason': (string);
  'explanation': (string);
  'slot': (_healthbooker_scheduler_v1_Slot__Output | null);
  'entryId': (string);
  'providerLoad': (number);
}
