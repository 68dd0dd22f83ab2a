// Original file: healthbooker/scheduler/v1/availability.proto

import type { Slot as _healthbooker_scheduler_v1_Slot, Slot__Output as _healthbooker_scheduler_v1_Slot__Output } from '../../../healthbooker/scheduler/v1/Slot.ts';
import type { SlotState as _healthbooker_scheduler_v1_SlotState, SlotState__Output as _healthbooker_scheduler_v1_SlotState__Output } from '../../../healthbooker/scheduler/v1/SlotState.ts';
import type { Urgency as _healthbooker_scheduler_v1_Urgency, Urgency__Output as _healthbooker_scheduler_v1_Urgency__Output } from '../../../healthbooker/scheduler/v1/Urgency.ts';

export interface WeekSlot {
  'slot'?: (_healthbooker_scheduler_v1_Slot | null);
  'sessionId'?: (string);
  'date'?: (string);
  'starts'?: (string);
  'ends'?: (string);
  'seat'?: (number);
  'state'?: (_healthbooker_scheduler_v1_SlotState);
  'keptFor'?: (_healthbooker_scheduler_v1_Urgency);
  'keptUntil'?: (string);
  'isOutsideRules'?: (boolean);
  'isPartOfLonger'?: (boolean);
}

export interface WeekSlot__Output {
  'slot': (_healthbooker_scheduler_v1_Slot__Output | null);
  'sessionId': (string);
  'date': (string);
  'starts': (string);
  'ends': (string);
  'seat': (number);
  'state': (_healthbooker_scheduler_v1_SlotState__Output);
  'keptFor': (_healthbooker_scheduler_v1_Urgency__Output);
  'keptUntil': (string);
  'isOutsideRules': (boolean);
  'isPartOfLonger': (boolean);
}
