// Original file: healthbooker/scheduler/v1/policy.proto

import type { PolicyDifference as _healthbooker_scheduler_v1_PolicyDifference, PolicyDifference__Output as _healthbooker_scheduler_v1_PolicyDifference__Output } from '../../../healthbooker/scheduler/v1/PolicyDifference.ts';

export interface PolicyChange {
  'version'?: (number);
  'changedBy'?: (string);
  'changedAt'?: (string);
  'differences'?: (_healthbooker_scheduler_v1_PolicyDifference)[];
}

export interface PolicyChange__Output {
  'version': (number);
  'changedBy': (string);
  'changedAt': (string);
  'differences': (_healthbooker_scheduler_v1_PolicyDifference__Output)[];
}
