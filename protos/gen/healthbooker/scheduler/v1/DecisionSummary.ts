// Original file: healthbooker/scheduler/v1/decision.proto

import type { Slot as _healthbooker_scheduler_v1_Slot, Slot__Output as _healthbooker_scheduler_v1_Slot__Output } from '../../../healthbooker/scheduler/v1/Slot.ts';

export interface DecisionSummary {
  'appointmentId'?: (string);
  'version'?: (number);
  'kind'?: (string);
  'decidedAt'?: (string);
  'ruleVersion'?: (number);
  'askedBy'?: (string);
  'slot'?: (_healthbooker_scheduler_v1_Slot | null);
  'sentence'?: (string);
}

export interface DecisionSummary__Output {
  'appointmentId': (string);
  'version': (number);
  'kind': (string);
  'decidedAt': (string);
  'ruleVersion': (number);
  'askedBy': (string);
  'slot': (_healthbooker_scheduler_v1_Slot__Output | null);
  'sentence': (string);
}
