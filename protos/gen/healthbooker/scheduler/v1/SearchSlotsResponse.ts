// Original file: healthbooker/scheduler/v1/scheduler.proto

import type { Slot as _healthbooker_scheduler_v1_Slot, Slot__Output as _healthbooker_scheduler_v1_Slot__Output } from '../../../healthbooker/scheduler/v1/Slot.ts';

export interface SearchSlotsResponse {
  'slots'?: (_healthbooker_scheduler_v1_Slot)[];
  'nextPageToken'?: (string);
}

export interface SearchSlotsResponse__Output {
  'slots': (_healthbooker_scheduler_v1_Slot__Output)[];
  'nextPageToken': (string);
}
