// Original file: healthbooker/scheduler/v1/leave.proto

import type { Leave as _healthbooker_scheduler_v1_Leave, Leave__Output as _healthbooker_scheduler_v1_Leave__Output } from '../../../healthbooker/scheduler/v1/Leave.ts';
import type { LeaveVisit as _healthbooker_scheduler_v1_LeaveVisit, LeaveVisit__Output as _healthbooker_scheduler_v1_LeaveVisit__Output } from '../../../healthbooker/scheduler/v1/LeaveVisit.ts';

export interface ApplyLeaveResponse {
  'leave'?: (_healthbooker_scheduler_v1_Leave | null);
  'visits'?: (_healthbooker_scheduler_v1_LeaveVisit)[];
}

export interface ApplyLeaveResponse__Output {
  'leave': (_healthbooker_scheduler_v1_Leave__Output | null);
  'visits': (_healthbooker_scheduler_v1_LeaveVisit__Output)[];
}
