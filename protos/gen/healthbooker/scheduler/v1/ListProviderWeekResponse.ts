// Original file: healthbooker/scheduler/v1/availability.proto

import type { Session as _healthbooker_scheduler_v1_Session, Session__Output as _healthbooker_scheduler_v1_Session__Output } from '../../../healthbooker/scheduler/v1/Session.ts';
import type { WeekSlot as _healthbooker_scheduler_v1_WeekSlot, WeekSlot__Output as _healthbooker_scheduler_v1_WeekSlot__Output } from '../../../healthbooker/scheduler/v1/WeekSlot.ts';
import type { WeekLeave as _healthbooker_scheduler_v1_WeekLeave, WeekLeave__Output as _healthbooker_scheduler_v1_WeekLeave__Output } from '../../../healthbooker/scheduler/v1/WeekLeave.ts';
import type { Closure as _healthbooker_scheduler_v1_Closure, Closure__Output as _healthbooker_scheduler_v1_Closure__Output } from '../../../healthbooker/scheduler/v1/Closure.ts';

export interface ListProviderWeekResponse {
  'providerId'?: (string);
  'providerName'?: (string);
  'firstDate'?: (string);
  'timeZone'?: (string);
  'sessions'?: (_healthbooker_scheduler_v1_Session)[];
  'slots'?: (_healthbooker_scheduler_v1_WeekSlot)[];
  'leave'?: (_healthbooker_scheduler_v1_WeekLeave)[];
  'closures'?: (_healthbooker_scheduler_v1_Closure)[];
  'isCut'?: (boolean);
}

export interface ListProviderWeekResponse__Output {
  'providerId': (string);
  'providerName': (string);
  'firstDate': (string);
  'timeZone': (string);
  'sessions': (_healthbooker_scheduler_v1_Session__Output)[];
  'slots': (_healthbooker_scheduler_v1_WeekSlot__Output)[];
  'leave': (_healthbooker_scheduler_v1_WeekLeave__Output)[];
  'closures': (_healthbooker_scheduler_v1_Closure__Output)[];
  'isCut': (boolean);
}
