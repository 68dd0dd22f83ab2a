// Original file: healthbooker/scheduler/v1/availability.proto

import type { Session as _healthbooker_scheduler_v1_Session, Session__Output as _healthbooker_scheduler_v1_Session__Output } from '../../../healthbooker/scheduler/v1/Session.ts';

export interface ListSessionsResponse {
  'sessions'?: (_healthbooker_scheduler_v1_Session)[];
  'nextPageToken'?: (string);
}

export interface ListSessionsResponse__Output {
  'sessions': (_healthbooker_scheduler_v1_Session__Output)[];
  'nextPageToken': (string);
}
