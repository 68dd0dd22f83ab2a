// Original file: healthbooker/ehr/v1/ehr.proto

import type { DraftField as _healthbooker_ehr_v1_DraftField, DraftField__Output as _healthbooker_ehr_v1_DraftField__Output } from '../../../healthbooker/ehr/v1/DraftField.ts';

export interface Draft {
  'form'?: (string);
  'version'?: (number);
  'fields'?: (_healthbooker_ehr_v1_DraftField)[];
  'operationKey'?: (string);
  'savedAt'?: (string);
}

export interface Draft__Output {
  'form': (string);
  'version': (number);
  'fields': (_healthbooker_ehr_v1_DraftField__Output)[];
  'operationKey': (string);
  'savedAt': (string);
}
