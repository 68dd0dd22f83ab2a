// Original file: healthbooker/scheduler/v1/series.proto

import type { Need as _healthbooker_scheduler_v1_Need, Need__Output as _healthbooker_scheduler_v1_Need__Output } from '../../../healthbooker/scheduler/v1/Need.ts';

export interface ProposeSeriesRequest {
  'patientId'?: (string);
  'need'?: (_healthbooker_scheduler_v1_Need | null);
  'firstSlotId'?: (string);
  'everyWeeks'?: (number);
  'count'?: (number);
}

export interface ProposeSeriesRequest__Output {
  'patientId': (string);
  'need': (_healthbooker_scheduler_v1_Need__Output | null);
  'firstSlotId': (string);
  'everyWeeks': (number);
  'count': (number);
}
