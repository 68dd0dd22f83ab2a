// Original file: healthbooker/scheduler/v1/scheduler.proto

import type { Slot as _healthbooker_scheduler_v1_Slot, Slot__Output as _healthbooker_scheduler_v1_Slot__Output } from '../../../healthbooker/scheduler/v1/Slot.ts';

export interface Hold {
  'id'?: (string);
  'slot'?: (_healthbooker_scheduler_v1_Slot | null);
  'expiresAt'?: (string);
  'canExtend'?: (boolean);
}

export interface Hold__Output {
  'id': (string);
  'slot': (_healthbooker_scheduler_v1_Slot__Output | null);
  'expiresAt': (string);
  'canExtend': (boolean);
}
