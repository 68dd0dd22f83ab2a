// Original file: healthbooker/scheduler/v1/leave.proto

import type { Slot as _healthbooker_scheduler_v1_Slot, Slot__Output as _healthbooker_scheduler_v1_Slot__Output } from '../../../healthbooker/scheduler/v1/Slot.ts';
import type { Urgency as _healthbooker_scheduler_v1_Urgency, Urgency__Output as _healthbooker_scheduler_v1_Urgency__Output } from '../../../healthbooker/scheduler/v1/Urgency.ts';

export interface PlannedMove {
  'appointmentId'?: (string);
  'version'?: (number);
  'patientId'?: (string);
  'from'?: (_healthbooker_scheduler_v1_Slot | null);
  'to'?: (_healthbooker_scheduler_v1_Slot | null);
  'urgency'?: (_healthbooker_scheduler_v1_Urgency);
  'targetDate'?: (string);
  'targetMet'?: (boolean);
  'unplacedReason'?: (string);
}

export interface PlannedMove__Output {
  'appointmentId': (string);
  'version': (number);
  'patientId': (string);
  'from': (_healthbooker_scheduler_v1_Slot__Output | null);
  'to': (_healthbooker_scheduler_v1_Slot__Output | null);
  'urgency': (_healthbooker_scheduler_v1_Urgency__Output);
  'targetDate': (string);
  'targetMet': (boolean);
  'unplacedReason': (string);
}
