// Original file: healthbooker/ehr/v1/ehr.proto

import type { DraftField as _healthbooker_ehr_v1_DraftField, DraftField__Output as _healthbooker_ehr_v1_DraftField__Output } from '../../../healthbooker/ehr/v1/DraftField.ts';

export interface SaveDraftRequest {
  'patientId'?: (string);
  'form'?: (string);
  'fields'?: (_healthbooker_ehr_v1_DraftField)[];
  'expectedVersion'?: (number);
  'operationKey'?: (string);
}

export interface SaveDraftRequest__Output {
  'patientId': (string);
  'form': (string);
  'fields': (_healthbooker_ehr_v1_DraftField__Output)[];
  'expectedVersion': (number);
  'operationKey': (string);
}
