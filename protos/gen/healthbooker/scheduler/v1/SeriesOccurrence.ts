// Original file: healthbooker/scheduler/v1/series.proto

import type { Slot as _healthbooker_scheduler_v1_Slot, Slot__Output as _healthbooker_scheduler_v1_Slot__Output } from '../../../healthbooker/scheduler/v1/Slot.ts';

export interface SeriesOccurrence {
  'place'?: (number);
  'localStart'?: (string);
  'slot'?: (_healthbooker_scheduler_v1_Slot | null);
  'reason'?: (string);
  'explanation'?: (string);
  'alternative'?: (_healthbooker_scheduler_v1_Slot | null);
}

export interface SeriesOccurrence__Output {
  'place': (number);
  'localStart': (string);
  'slot': (_healthbooker_scheduler_v1_Slot__Output | null);
  'reason': (string);
  'explanation': (string);
  'alternative': (_healthbooker_scheduler_v1_Slot__Output | null);
}
