// Original file: healthbooker/scheduler/v1/scheduler.proto

import type { Hold as _healthbooker_scheduler_v1_Hold, Hold__Output as _healthbooker_scheduler_v1_Hold__Output } from '../../../healthbooker/scheduler/v1/Hold.ts';

export interface ExtendHoldResponse {
  'hold'?: (_healthbooker_scheduler_v1_Hold | null);
}

export interface ExtendHoldResponse__Output {
  'hold': (_healthbooker_scheduler_v1_Hold__Output | null);
}
