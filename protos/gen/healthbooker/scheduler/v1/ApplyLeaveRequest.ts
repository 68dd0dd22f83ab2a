// Original file: healthbooker/scheduler/v1/leave.proto

import type { LeavePeriod as _healthbooker_scheduler_v1_LeavePeriod, LeavePeriod__Output as _healthbooker_scheduler_v1_LeavePeriod__Output } from '../../../healthbooker/scheduler/v1/LeavePeriod.ts';
import type { AppliedMove as _healthbooker_scheduler_v1_AppliedMove, AppliedMove__Output as _healthbooker_scheduler_v1_AppliedMove__Output } from '../../../healthbooker/scheduler/v1/AppliedMove.ts';

export interface ApplyLeaveRequest {
  'leaveId'?: (string);
  'providerId'?: (string);
  'period'?: (_healthbooker_scheduler_v1_LeavePeriod | null);
  'note'?: (string);
  'moves'?: (_healthbooker_scheduler_v1_AppliedMove)[];
  'onlyIfUnchanged'?: (boolean);
  'operationKey'?: (string);
}

export interface ApplyLeaveRequest__Output {
  'leaveId': (string);
  'providerId': (string);
  'period': (_healthbooker_scheduler_v1_LeavePeriod__Output | null);
  'note': (string);
  'moves': (_healthbooker_scheduler_v1_AppliedMove__Output)[];
  'onlyIfUnchanged': (boolean);
  'operationKey': (string);
}
