// Original file: healthbooker/scheduler/v1/availability.proto

import type { Session as _healthbooker_scheduler_v1_Session, Session__Output as _healthbooker_scheduler_v1_Session__Output } from '../../../healthbooker/scheduler/v1/Session.ts';
import type { Impact as _healthbooker_scheduler_v1_Impact, Impact__Output as _healthbooker_scheduler_v1_Impact__Output } from '../../../healthbooker/scheduler/v1/Impact.ts';

export interface PutSessionResponse {
  'session'?: (_healthbooker_scheduler_v1_Session | null);
  'impact'?: (_healthbooker_scheduler_v1_Impact | null);
}

export interface PutSessionResponse__Output {
  'session': (_healthbooker_scheduler_v1_Session__Output | null);
  'impact': (_healthbooker_scheduler_v1_Impact__Output | null);
}
