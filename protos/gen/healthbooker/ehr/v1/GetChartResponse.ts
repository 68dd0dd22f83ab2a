// Original file: healthbooker/ehr/v1/ehr.proto

import type { Entry as _healthbooker_ehr_v1_Entry, Entry__Output as _healthbooker_ehr_v1_Entry__Output } from '../../../healthbooker/ehr/v1/Entry.ts';

export interface GetChartResponse {
  'entries'?: (_healthbooker_ehr_v1_Entry)[];
  'chartVersion'?: (number);
  'readAt'?: (string);
}

export interface GetChartResponse__Output {
  'entries': (_healthbooker_ehr_v1_Entry__Output)[];
  'chartVersion': (number);
  'readAt': (string);
}
