// Original file: healthbooker/scheduler/v1/policy.proto

import type { Policy as _healthbooker_scheduler_v1_Policy, Policy__Output as _healthbooker_scheduler_v1_Policy__Output } from '../../../healthbooker/scheduler/v1/Policy.ts';

export interface ChangePolicyResponse {
  'policy'?: (_healthbooker_scheduler_v1_Policy | null);
  'version'?: (number);
}

export interface ChangePolicyResponse__Output {
  'policy': (_healthbooker_scheduler_v1_Policy__Output | null);
  'version': (number);
}
