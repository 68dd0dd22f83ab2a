// Original file: healthbooker/scheduler/v1/leave.proto

import type { PlannedMove as _healthbooker_scheduler_v1_PlannedMove, PlannedMove__Output as _healthbooker_scheduler_v1_PlannedMove__Output } from '../../../healthbooker/scheduler/v1/PlannedMove.ts';
import type { PlanMethod as _healthbooker_scheduler_v1_PlanMethod, PlanMethod__Output as _healthbooker_scheduler_v1_PlanMethod__Output } from '../../../healthbooker/scheduler/v1/PlanMethod.ts';

export interface PlanLeaveResponse {
  'fromAt'?: (string);
  'toAt'?: (string);
  'timeZone'?: (string);
  'moves'?: (_healthbooker_scheduler_v1_PlannedMove)[];
  'slotsClosed'?: (number);
  'method'?: (_healthbooker_scheduler_v1_PlanMethod);
  'placed'?: (number);
  'mostPlaceable'?: (number);
}

export interface PlanLeaveResponse__Output {
  'fromAt': (string);
  'toAt': (string);
  'timeZone': (string);
  'moves': (_healthbooker_scheduler_v1_PlannedMove__Output)[];
  'slotsClosed': (number);
  'method': (_healthbooker_scheduler_v1_PlanMethod__Output);
  'placed': (number);
  'mostPlaceable': (number);
}
