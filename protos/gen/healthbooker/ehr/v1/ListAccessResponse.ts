// Original file: healthbooker/ehr/v1/ehr.proto

import type { AccessEvent as _healthbooker_ehr_v1_AccessEvent, AccessEvent__Output as _healthbooker_ehr_v1_AccessEvent__Output } from '../../../healthbooker/ehr/v1/AccessEvent.ts';

export interface ListAccessResponse {
  'events'?: (_healthbooker_ehr_v1_AccessEvent)[];
  'nextPageToken'?: (string);
}

export interface ListAccessResponse__Output {
  'events': (_healthbooker_ehr_v1_AccessEvent__Output)[];
  'nextPageToken': (string);
}
