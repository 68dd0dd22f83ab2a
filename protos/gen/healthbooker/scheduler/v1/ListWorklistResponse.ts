// Original file: healthbooker/scheduler/v1/leave.proto

import type { LeaveVisit as _healthbooker_scheduler_v1_LeaveVisit, LeaveVisit__Output as _healthbooker_scheduler_v1_LeaveVisit__Output } from '../../../healthbooker/scheduler/v1/LeaveVisit.ts';

export interface ListWorklistResponse {
  'visits'?: (_healthbooker_scheduler_v1_LeaveVisit)[];
  'nextPageToken'?: (string);
}

export interface ListWorklistResponse__Output {
  'visits': (_healthbooker_scheduler_v1_LeaveVisit__Output)[];
  'nextPageToken': (string);
}
