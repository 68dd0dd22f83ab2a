// Original file: healthbooker/ehr/v1/ehr.proto

import type { Coding as _healthbooker_ehr_v1_Coding, Coding__Output as _healthbooker_ehr_v1_Coding__Output } from '../../../healthbooker/ehr/v1/Coding.ts';

export interface Medication {
  'coding'?: (_healthbooker_ehr_v1_Coding | null);
  'name'?: (string);
  'dosage'?: (string);
  'status'?: (string);
  'startedDate'?: (string);
  'stoppedDate'?: (string);
}

export interface Medication__Output {
  'coding': (_healthbooker_ehr_v1_Coding__Output | null);
  'name': (string);
  'dosage': (string);
  'status': (string);
  'startedDate': (string);
  'stoppedDate': (string);
}
