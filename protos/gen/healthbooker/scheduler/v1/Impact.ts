// Original file: healthbooker/scheduler/v1/availability.proto

import type { AffectedVisit as _healthbooker_scheduler_v1_AffectedVisit, AffectedVisit__Output as _healthbooker_scheduler_v1_AffectedVisit__Output } from '../../../healthbooker/scheduler/v1/AffectedVisit.ts';
import type { PlannedMove as _healthbooker_scheduler_v1_PlannedMove, PlannedMove__Output as _healthbooker_scheduler_v1_PlannedMove__Output } from '../../../healthbooker/scheduler/v1/PlannedMove.ts';
import type { PlanMethod as _healthbooker_scheduler_v1_PlanMethod, PlanMethod__Output as _healthbooker_scheduler_v1_PlanMethod__Output } from '../../../healthbooker/scheduler/v1/PlanMethod.ts';

export interface Impact {
  'slotsAdded'?: (number);
  'slotsRetired'?: (number);
  'visits'?: (_healthbooker_scheduler_v1_AffectedVisit)[];
  'visitsTotal'?: (number);
  'moves'?: (_healthbooker_scheduler_v1_PlannedMove)[];
  'method'?: (_healthbooker_scheduler_v1_PlanMethod);
  'placed'?: (number);
  'mostPlaceable'?: (number);
  'disruptionId'?: (string);
}

export interface Impact__Output {
  'slotsAdded': (number);
  'slotsRetired': (number);
  'visits': (_healthbooker_scheduler_v1_AffectedVisit__Output)[];
  'visitsTotal': (number);
  'moves': (_healthbooker_scheduler_v1_PlannedMove__Output)[];
  'method': (_healthbooker_scheduler_v1_PlanMethod__Output);
  'placed': (number);
  'mostPlaceable': (number);
  'disruptionId': (string);
}
