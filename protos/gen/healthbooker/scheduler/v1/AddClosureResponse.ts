// Original file: healthbooker/scheduler/v1/availability.proto

import type { Closure as _healthbooker_scheduler_v1_Closure, Closure__Output as _healthbooker_scheduler_v1_Closure__Output } from '../../../healthbooker/scheduler/v1/Closure.ts';
import type { Impact as _healthbooker_scheduler_v1_Impact, Impact__Output as _healthbooker_scheduler_v1_Impact__Output } from '../../../healthbooker/scheduler/v1/Impact.ts';

export interface AddClosureResponse {
  'closure'?: (_healthbooker_scheduler_v1_Closure | null);
  'impact'?: (_healthbooker_scheduler_v1_Impact | null);
}

export interface AddClosureResponse__Output {
  'closure': (_healthbooker_scheduler_v1_Closure__Output | null);
  'impact': (_healthbooker_scheduler_v1_Impact__Output | null);
}
