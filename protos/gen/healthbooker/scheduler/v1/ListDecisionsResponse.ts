// Original file: healthbooker/scheduler/v1/decision.proto

import type { DecisionSummary as _healthbooker_scheduler_v1_DecisionSummary, DecisionSummary__Output as _healthbooker_scheduler_v1_DecisionSummary__Output } from '../../../healthbooker/scheduler/v1/DecisionSummary.ts';

export interface ListDecisionsResponse {
  'decisions'?: (_healthbooker_scheduler_v1_DecisionSummary)[];
  'nextPageToken'?: (string);
}

export interface ListDecisionsResponse__Output {
  'decisions': (_healthbooker_scheduler_v1_DecisionSummary__Output)[];
  'nextPageToken': (string);
}
