// Original file: healthbooker/scheduler/v1/decision.proto

import type { DecisionSummary as _healthbooker_scheduler_v1_DecisionSummary, DecisionSummary__Output as _healthbooker_scheduler_v1_DecisionSummary__Output } from '../../../healthbooker/scheduler/v1/DecisionSummary.ts';
import type { Urgency as _healthbooker_scheduler_v1_Urgency, Urgency__Output as _healthbooker_scheduler_v1_Urgency__Output } from '../../../healthbooker/scheduler/v1/Urgency.ts';
import type { DecisionCandidate as _healthbooker_scheduler_v1_DecisionCandidate, DecisionCandidate__Output as _healthbooker_scheduler_v1_DecisionCandidate__Output } from '../../../healthbooker/scheduler/v1/DecisionCandidate.ts';
import type { RejectionCount as _healthbooker_scheduler_v1_RejectionCount, RejectionCount__Output as _healthbooker_scheduler_v1_RejectionCount__Output } from '../../../healthbooker/scheduler/v1/RejectionCount.ts';

export interface Decision {
  'summary'?: (_healthbooker_scheduler_v1_DecisionSummary | null);
  'urgency'?: (_healthbooker_scheduler_v1_Urgency);
  'targetDate'?: (string);
  'candidates'?: (_healthbooker_scheduler_v1_DecisionCandidate)[];
  'seen'?: (number);
  'fitting'?: (number);
  'rejected'?: (_healthbooker_scheduler_v1_RejectionCount)[];
}

export interface Decision__Output {
  'summary': (_healthbooker_scheduler_v1_DecisionSummary__Output | null);
  'urgency': (_healthbooker_scheduler_v1_Urgency__Output);
  'targetDate': (string);
  'candidates': (_healthbooker_scheduler_v1_DecisionCandidate__Output)[];
  'seen': (number);
  'fitting': (number);
  'rejected': (_healthbooker_scheduler_v1_RejectionCount__Output)[];
}
