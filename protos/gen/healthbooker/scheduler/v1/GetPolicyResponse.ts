// Original file: healthbooker/scheduler/v1/policy.proto

import type { Policy as _healthbooker_scheduler_v1_Policy, Policy__Output as _healthbooker_scheduler_v1_Policy__Output } from '../../../healthbooker/scheduler/v1/Policy.ts';
import type { PolicyChange as _healthbooker_scheduler_v1_PolicyChange, PolicyChange__Output as _healthbooker_scheduler_v1_PolicyChange__Output } from '../../../healthbooker/scheduler/v1/PolicyChange.ts';

export interface GetPolicyResponse {
  'policy'?: (_healthbooker_scheduler_v1_Policy | null);
  'version'?: (number);
  'changes'?: (_healthbooker_scheduler_v1_PolicyChange)[];
}

export interface GetPolicyResponse__Output {
  'policy': (_healthbooker_scheduler_v1_Policy__Output | null);
  'version': (number);
  'changes': (_healthbooker_scheduler_v1_PolicyChange__Output)[];
}
