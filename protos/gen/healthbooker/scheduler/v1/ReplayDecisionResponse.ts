// Original file: healthbooker/scheduler/v1/decision.proto

import type { ReplayResult as _healthbooker_scheduler_v1_ReplayResult, ReplayResult__Output as _healthbooker_scheduler_v1_ReplayResult__Output } from '../../../healthbooker/scheduler/v1/ReplayResult.ts';
import type { DecisionCandidate as _healthbooker_scheduler_v1_DecisionCandidate, DecisionCandidate__Output as _healthbooker_scheduler_v1_DecisionCandidate__Output } from '../../../healthbooker/scheduler/v1/DecisionCandidate.ts';

export interface ReplayDecisionResponse {
  'result'?: (_healthbooker_scheduler_v1_ReplayResult);
  'sentence'?: (string);
  'stored'?: (string);
  'recomputed'?: (string);
  'candidates'?: (_healthbooker_scheduler_v1_DecisionCandidate)[];
}

export interface ReplayDecisionResponse__Output {
  'result': (_healthbooker_scheduler_v1_ReplayResult__Output);
  'sentence': (string);
  'stored': (string);
  'recomputed': (string);
  'candidates': (_healthbooker_scheduler_v1_DecisionCandidate__Output)[];
}
