// Original file: healthbooker/scheduler/v1/scheduler.proto

import type { Need as _healthbooker_scheduler_v1_Need, Need__Output as _healthbooker_scheduler_v1_Need__Output } from '../../../healthbooker/scheduler/v1/Need.ts';

export interface ProposeRequest {
  'patientId'?: (string);
  'need'?: (_healthbooker_scheduler_v1_Need | null);
}

export interface ProposeRequest__Output {
  'patientId': (string);
  'need': (_healthbooker_scheduler_v1_Need__Output | null);
}
