// Original file: healthbooker/scheduler/v1/scheduler.proto

import type { Urgency as _healthbooker_scheduler_v1_Urgency, Urgency__Output as _healthbooker_scheduler_v1_Urgency__Output } from '../../../healthbooker/scheduler/v1/Urgency.ts';
import type { Hold as _healthbooker_scheduler_v1_Hold, Hold__Output as _healthbooker_scheduler_v1_Hold__Output } from '../../../healthbooker/scheduler/v1/Hold.ts';
import type { Slot as _healthbooker_scheduler_v1_Slot, Slot__Output as _healthbooker_scheduler_v1_Slot__Output } from '../../../healthbooker/scheduler/v1/Slot.ts';
import type { WishesLeftOut as _healthbooker_scheduler_v1_WishesLeftOut, WishesLeftOut__Output as _healthbooker_scheduler_v1_WishesLeftOut__Output } from '../../../healthbooker/scheduler/v1/WishesLeftOut.ts';

export interface ProposeResponse {
  'urgency'?: (_healthbooker_scheduler_v1_Urgency);
  'targetDate'?: (string);
  'offer'?: (_healthbooker_scheduler_v1_Hold | null);
  'why'?: (string);
  'others'?: (_healthbooker_scheduler_v1_Slot)[];
  'outsidePreferences'?: (_healthbooker_scheduler_v1_Slot)[];
  'differences'?: (_healthbooker_scheduler_v1_WishesLeftOut)[];
  'regionIds'?: (string)[];
}

export interface ProposeResponse__Output {
  'urgency': (_healthbooker_scheduler_v1_Urgency__Output);
  'targetDate': (string);
  'offer': (_healthbooker_scheduler_v1_Hold__Output | null);
  'why': (string);
  'others': (_healthbooker_scheduler_v1_Slot__Output)[];
  'outsidePreferences': (_healthbooker_scheduler_v1_Slot__Output)[];
  'differences': (_healthbooker_scheduler_v1_WishesLeftOut__Output)[];
  'regionIds': (string)[];
}
