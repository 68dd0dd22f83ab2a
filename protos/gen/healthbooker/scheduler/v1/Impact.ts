// Original file: healthbooker/scheduler/v1/availability.proto

import type { AffectedVisit as _healthbooker_scheduler_v1_AffectedVisit, AffectedVisit__Output as _healthbooker_scheduler_v1_AffectedVisit__Output } from '../../../healthbooker/scheduler/v1/AffectedVisit.ts';

export interface Impact {
  'slotsAdded'?: (number);
  'slotsRetired'?: (number);
  'visits'?: (_healthbooker_scheduler_v1_AffectedVisit)[];
  'visitsTotal'?: (number);
}

export interface Impact__Output {
  'slotsAdded': (number);
  'slotsRetired': (number);
  'visits': (_healthbooker_scheduler_v1_AffectedVisit__Output)[];
  'visitsTotal': (number);
}
