// Original file: healthbooker/scheduler/v1/leave.proto

import type { LeaveVisit as _healthbooker_scheduler_v1_LeaveVisit, LeaveVisit__Output as _healthbooker_scheduler_v1_LeaveVisit__Output } from '../../../healthbooker/scheduler/v1/LeaveVisit.ts';

export interface SettleWorkItemResponse {
  'visit'?: (_healthbooker_scheduler_v1_LeaveVisit | null);
}

export interface SettleWorkItemResponse__Output {
  'visit': (_healthbooker_scheduler_v1_LeaveVisit__Output | null);
}
