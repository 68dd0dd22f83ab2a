// Original file: healthbooker/scheduler/v1/availability.proto

import type { Slot as _healthbooker_scheduler_v1_Slot, Slot__Output as _healthbooker_scheduler_v1_Slot__Output } from '../../../healthbooker/scheduler/v1/Slot.ts';

export interface AffectedVisit {
  'appointmentId'?: (string);
  'version'?: (number);
  'patientId'?: (string);
  'slot'?: (_healthbooker_scheduler_v1_Slot | null);
}

export interface AffectedVisit__Output {
  'appointmentId': (string);
  'version': (number);
  'patientId': (string);
  'slot': (_healthbooker_scheduler_v1_Slot__Output | null);
}
