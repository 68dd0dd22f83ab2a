// Original file: healthbooker/scheduler/v1/leave.proto

import type { OptimalityDay as _healthbooker_scheduler_v1_OptimalityDay, OptimalityDay__Output as _healthbooker_scheduler_v1_OptimalityDay__Output } from '../../../healthbooker/scheduler/v1/OptimalityDay.ts';

export interface ReportOptimalityResponse {
  'days'?: (_healthbooker_scheduler_v1_OptimalityDay)[];
}

export interface ReportOptimalityResponse__Output {
  'days': (_healthbooker_scheduler_v1_OptimalityDay__Output)[];
}
