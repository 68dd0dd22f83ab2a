// Original file: healthbooker/scheduler/v1/series.proto

import type { SeriesOccurrence as _healthbooker_scheduler_v1_SeriesOccurrence, SeriesOccurrence__Output as _healthbooker_scheduler_v1_SeriesOccurrence__Output } from '../../../healthbooker/scheduler/v1/SeriesOccurrence.ts';

export interface ProposeSeriesResponse {
  'occurrences'?: (_healthbooker_scheduler_v1_SeriesOccurrence)[];
  'complete'?: (boolean);
  'why'?: (string);
}

export interface ProposeSeriesResponse__Output {
  'occurrences': (_healthbooker_scheduler_v1_SeriesOccurrence__Output)[];
  'complete': (boolean);
  'why': (string);
}
