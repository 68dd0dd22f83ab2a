// Original file: healthbooker/scheduler/v1/leave.proto

import type { Leave as _healthbooker_scheduler_v1_Leave, Leave__Output as _healthbooker_scheduler_v1_Leave__Output } from '../../../healthbooker/scheduler/v1/Leave.ts';

export interface ListLeaveResponse {
  'leave'?: (_healthbooker_scheduler_v1_Leave)[];
  'nextPageToken'?: (string);
}

export interface ListLeaveResponse__Output {
  'leave': (_healthbooker_scheduler_v1_Leave__Output)[];
  'nextPageToken': (string);
}
