// Original file: healthbooker/scheduler/v1/waitlist.proto

import type { WaitlistEntry as _healthbooker_scheduler_v1_WaitlistEntry, WaitlistEntry__Output as _healthbooker_scheduler_v1_WaitlistEntry__Output } from '../../../healthbooker/scheduler/v1/WaitlistEntry.ts';

export interface LeaveWaitlistResponse {
  'entry'?: (_healthbooker_scheduler_v1_WaitlistEntry | null);
}

export interface LeaveWaitlistResponse__Output {
  'entry': (_healthbooker_scheduler_v1_WaitlistEntry__Output | null);
}
