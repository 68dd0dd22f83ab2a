// Original file: healthbooker/scheduler/v1/series.proto

import type { SeriesScope as _healthbooker_scheduler_v1_SeriesScope, SeriesScope__Output as _healthbooker_scheduler_v1_SeriesScope__Output } from '../../../healthbooker/scheduler/v1/SeriesScope.ts';
import type { SeriesVersion as _healthbooker_scheduler_v1_SeriesVersion, SeriesVersion__Output as _healthbooker_scheduler_v1_SeriesVersion__Output } from '../../../healthbooker/scheduler/v1/SeriesVersion.ts';

export interface MoveSeriesRequest {
  'seriesId'?: (string);
  'appointmentId'?: (string);
  'slotId'?: (string);
  'scope'?: (_healthbooker_scheduler_v1_SeriesScope);
  'versions'?: (_healthbooker_scheduler_v1_SeriesVersion)[];
  'operationKey'?: (string);
  'otherRegionAgreed'?: (boolean);
  'stepsAgreed'?: (boolean);
}

export interface MoveSeriesRequest__Output {
  'seriesId': (string);
  'appointmentId': (string);
  'slotId': (string);
  'scope': (_healthbooker_scheduler_v1_SeriesScope__Output);
  'versions': (_healthbooker_scheduler_v1_SeriesVersion__Output)[];
  'operationKey': (string);
  'otherRegionAgreed': (boolean);
  'stepsAgreed': (boolean);
}
