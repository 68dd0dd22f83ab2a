// Original file: healthbooker/scheduler/v1/decision.proto

import type { Decision as _healthbooker_scheduler_v1_Decision, Decision__Output as _healthbooker_scheduler_v1_Decision__Output } from '../../../healthbooker/scheduler/v1/Decision.ts';

export interface GetDecisionResponse {
  'why'?: (string);
  'decision'?: (_healthbooker_scheduler_v1_Decision | null);
}

export interface GetDecisionResponse__Output {
  'why': (string);
  'decision': (_healthbooker_scheduler_v1_Decision__Output | null);
}
