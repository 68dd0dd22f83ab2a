// Original file: healthbooker/scheduler/v1/availability.proto

import type { Closure as _healthbooker_scheduler_v1_Closure, Closure__Output as _healthbooker_scheduler_v1_Closure__Output } from '../../../healthbooker/scheduler/v1/Closure.ts';
import type { AppliedMove as _healthbooker_scheduler_v1_AppliedMove, AppliedMove__Output as _healthbooker_scheduler_v1_AppliedMove__Output } from '../../../healthbooker/scheduler/v1/AppliedMove.ts';

export interface AddClosureRequest {
  'closure'?: (_healthbooker_scheduler_v1_Closure | null);
  'dryRun'?: (boolean);
  'moves'?: (_healthbooker_scheduler_v1_AppliedMove)[];
  'onlyIfUnchanged'?: (boolean);
}

export interface AddClosureRequest__Output {
  'closure': (_healthbooker_scheduler_v1_Closure__Output | null);
  'dryRun': (boolean);
  'moves': (_healthbooker_scheduler_v1_AppliedMove__Output)[];
  'onlyIfUnchanged': (boolean);
}
