// Original file: healthbooker/scheduler/v1/availability.proto

import type { Closure as _healthbooker_scheduler_v1_Closure, Closure__Output as _healthbooker_scheduler_v1_Closure__Output } from '../../../healthbooker/scheduler/v1/Closure.ts';

export interface ListClosuresResponse {
  'closures'?: (_healthbooker_scheduler_v1_Closure)[];
  'isCut'?: (boolean);
}

export interface ListClosuresResponse__Output {
  'closures': (_healthbooker_scheduler_v1_Closure__Output)[];
  'isCut': (boolean);
}
