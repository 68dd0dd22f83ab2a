// Original file: healthbooker/ehr/v1/ehr.proto

import type { EntryKind as _healthbooker_ehr_v1_EntryKind, EntryKind__Output as _healthbooker_ehr_v1_EntryKind__Output } from '../../../healthbooker/ehr/v1/EntryKind.ts';

export interface GetChartRequest {
  'patientId'?: (string);
  'pageToken'?: (string);
  'kind'?: (_healthbooker_ehr_v1_EntryKind);
  'pageSize'?: (number);
}

export interface GetChartRequest__Output {
  'patientId': (string);
  'pageToken': (string);
  'kind': (_healthbooker_ehr_v1_EntryKind__Output);
  'pageSize': (number);
}
