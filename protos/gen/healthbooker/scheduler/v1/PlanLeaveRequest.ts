// Original file: healthbooker/scheduler/v1/leave.proto

import type { LeavePeriod as _healthbooker_scheduler_v1_LeavePeriod, LeavePeriod__Output as _healthbooker_scheduler_v1_LeavePeriod__Output } from '../../../healthbooker/scheduler/v1/LeavePeriod.ts';

export interface PlanLeaveRequest {
  'providerId'?: (string);
  'period'?: (_healthbooker_scheduler_v1_LeavePeriod | null);
}

export interface PlanLeaveRequest__Output {
  'providerId': (string);
  'period': (_healthbooker_scheduler_v1_LeavePeriod__Output | null);
}
