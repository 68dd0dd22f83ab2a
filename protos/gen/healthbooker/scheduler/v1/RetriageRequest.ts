// Original file: healthbooker/scheduler/v1/waitlist.proto

import type { Urgency as _healthbooker_scheduler_v1_Urgency, Urgency__Output as _healthbooker_scheduler_v1_Urgency__Output } from '../../../healthbooker/scheduler/v1/Urgency.ts';

export interface RetriageRequest {
  'appointmentId'?: (string);
  'expectedVersion'?: (number);
  'urgency'?: (_healthbooker_scheduler_v1_Urgency);
  'reason'?: (string);
  'operationKey'?: (string);
}

export interface RetriageRequest__Output {
  'appointmentId': (string);
  'expectedVersion': (number);
  'urgency': (_healthbooker_scheduler_v1_Urgency__Output);
  'reason': (string);
  'operationKey': (string);
}
