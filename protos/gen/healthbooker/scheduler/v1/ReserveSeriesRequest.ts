// Original file: healthbooker/scheduler/v1/series.proto

import type { SeriesVisit as _healthbooker_scheduler_v1_SeriesVisit, SeriesVisit__Output as _healthbooker_scheduler_v1_SeriesVisit__Output } from '../../../healthbooker/scheduler/v1/SeriesVisit.ts';
import type { Urgency as _healthbooker_scheduler_v1_Urgency, Urgency__Output as _healthbooker_scheduler_v1_Urgency__Output } from '../../../healthbooker/scheduler/v1/Urgency.ts';
import type { AccessNeed as _healthbooker_scheduler_v1_AccessNeed, AccessNeed__Output as _healthbooker_scheduler_v1_AccessNeed__Output } from '../../../healthbooker/scheduler/v1/AccessNeed.ts';

export interface ReserveSeriesRequest {
  'seriesId'?: (string);
  'patientId'?: (string);
  'everyWeeks'?: (number);
  'visits'?: (_healthbooker_scheduler_v1_SeriesVisit)[];
  'reason'?: (string);
  'urgency'?: (_healthbooker_scheduler_v1_Urgency);
  'operationKey'?: (string);
  'accessNeeds'?: (_healthbooker_scheduler_v1_AccessNeed)[];
  'referralId'?: (string);
  'otherRegionAgreed'?: (boolean);
  'stepsAgreed'?: (boolean);
}

export interface ReserveSeriesRequest__Output {
  'seriesId': (string);
  'patientId': (string);
  'everyWeeks': (number);
  'visits': (_healthbooker_scheduler_v1_SeriesVisit__Output)[];
  'reason': (string);
  'urgency': (_healthbooker_scheduler_v1_Urgency__Output);
  'operationKey': (string);
  'accessNeeds': (_healthbooker_scheduler_v1_AccessNeed__Output)[];
  'referralId': (string);
  'otherRegionAgreed': (boolean);
  'stepsAgreed': (boolean);
}
