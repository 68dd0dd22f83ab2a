// Original file: healthbooker/scheduler/v1/scheduler.proto

import type { VisitStatus as _healthbooker_scheduler_v1_VisitStatus, VisitStatus__Output as _healthbooker_scheduler_v1_VisitStatus__Output } from '../../../healthbooker/scheduler/v1/VisitStatus.ts';

export interface PastVersion {
  'version'?: (number);
  'status'?: (_healthbooker_scheduler_v1_VisitStatus);
  'startAt'?: (string);
  'changedAt'?: (string);
  'change'?: (string);
  'providerName'?: (string);
  'locationName'?: (string);
}

export interface PastVersion__Output {
  'version': (number);
  'status': (_healthbooker_scheduler_v1_VisitStatus__Output);
  'startAt': (string);
  'changedAt': (string);
  'change': (string);
  'providerName': (string);
  'locationName': (string);
}
