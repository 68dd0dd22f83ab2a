// Original file: healthbooker/scheduler/v1/scheduler.proto

import type { VisitStatus as _healthbooker_scheduler_v1_VisitStatus, VisitStatus__Output as _healthbooker_scheduler_v1_VisitStatus__Output } from '../../../healthbooker/scheduler/v1/VisitStatus.ts';

export interface ChangeVisitStatusRequest {
  'appointmentId'?: (string);
  'expectedVersion'?: (number);
  'status'?: (_healthbooker_scheduler_v1_VisitStatus);
  'operationKey'?: (string);
}

export interface ChangeVisitStatusRequest__Output {
  'appointmentId': (string);
  'expectedVersion': (number);
  'status': (_healthbooker_scheduler_v1_VisitStatus__Output);
  'operationKey': (string);
}
