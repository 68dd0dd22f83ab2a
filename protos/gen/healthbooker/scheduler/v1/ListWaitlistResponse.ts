// Original file: healthbooker/scheduler/v1/waitlist.proto

import type { WaitlistEntry as _healthbooker_scheduler_v1_WaitlistEntry, WaitlistEntry__Output as _healthbooker_scheduler_v1_WaitlistEntry__Output } from '../../../healthbooker/scheduler/v1/WaitlistEntry.ts';

export interface ListWaitlistResponse {
  'entries'?: (_healthbooker_scheduler_v1_WaitlistEntry)[];
  'nextPageToken'?: (string);
  'total'?: (number);
  'isCut'?: (boolean);
}

export interface ListWaitlistResponse__Output {
  'entries': (_healthbooker_scheduler_v1_WaitlistEntry__Output)[];
  'nextPageToken': (string);
  'total': (number);
  'isCut': (boolean);
}
