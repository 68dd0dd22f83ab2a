// Original file: healthbooker/scheduler/v1/scheduler.proto

import type { Urgency as _healthbooker_scheduler_v1_Urgency, Urgency__Output as _healthbooker_scheduler_v1_Urgency__Output } from '../../../healthbooker/scheduler/v1/Urgency.ts';

export interface ReserveRequest {
  'appointmentId'?: (string);
  'patientId'?: (string);
  'slotId'?: (string);
  'holdId'?: (string);
  'reason'?: (string);
  'urgency'?: (_healthbooker_scheduler_v1_Urgency);
  'operationKey'?: (string);
}

export interface ReserveRequest__Output {
  'appointmentId': (string);
  'patientId': (string);
  'slotId': (string);
  'holdId': (string);
  'reason': (string);
  'urgency': (_healthbooker_scheduler_v1_Urgency__Output);
  'operationKey': (string);
}
