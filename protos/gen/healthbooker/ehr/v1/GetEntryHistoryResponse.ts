// Original file: healthbooker/ehr/v1/ehr.proto

import type { Entry as _healthbooker_ehr_v1_Entry, Entry__Output as _healthbooker_ehr_v1_Entry__Output } from '../../../healthbooker/ehr/v1/Entry.ts';

export interface GetEntryHistoryResponse {
  'versions'?: (_healthbooker_ehr_v1_Entry)[];
  'nextPageToken'?: (string);
  'complete'?: (boolean);
}

export interface GetEntryHistoryResponse__Output {
  'versions': (_healthbooker_ehr_v1_Entry__Output)[];
  'nextPageToken': (string);
  'complete': (boolean);
}
