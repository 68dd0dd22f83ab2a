// Original file: healthbooker/ehr/v1/ehr.proto

import type { EntryBody as _healthbooker_ehr_v1_EntryBody, EntryBody__Output as _healthbooker_ehr_v1_EntryBody__Output } from '../../../healthbooker/ehr/v1/EntryBody.ts';
import type { Release as _healthbooker_ehr_v1_Release, Release__Output as _healthbooker_ehr_v1_Release__Output } from '../../../healthbooker/ehr/v1/Release.ts';
import type { Confirmation as _healthbooker_ehr_v1_Confirmation, Confirmation__Output as _healthbooker_ehr_v1_Confirmation__Output } from '../../../healthbooker/ehr/v1/Confirmation.ts';

export interface AmendEntryRequest {
  'patientId'?: (string);
  'entryId'?: (string);
  'expectedVersion'?: (number);
  'body'?: (_healthbooker_ehr_v1_EntryBody | null);
  'release'?: (_healthbooker_ehr_v1_Release);
  'reason'?: (string);
  'operationKey'?: (string);
  'confirmation'?: (_healthbooker_ehr_v1_Confirmation | null);
}

export interface AmendEntryRequest__Output {
  'patientId': (string);
  'entryId': (string);
  'expectedVersion': (number);
  'body': (_healthbooker_ehr_v1_EntryBody__Output | null);
  'release': (_healthbooker_ehr_v1_Release__Output);
  'reason': (string);
  'operationKey': (string);
  'confirmation': (_healthbooker_ehr_v1_Confirmation__Output | null);
}
