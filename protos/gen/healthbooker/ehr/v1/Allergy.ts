// Original file: healthbooker/ehr/v1/ehr.proto

import type { Coding as _healthbooker_ehr_v1_Coding, Coding__Output as _healthbooker_ehr_v1_Coding__Output } from '../../../healthbooker/ehr/v1/Coding.ts';

export interface Allergy {
  'noneKnown'?: (boolean);
  'coding'?: (_healthbooker_ehr_v1_Coding | null);
  'substance'?: (string);
  'reaction'?: (string);
  'severity'?: (string);
  'clinicalStatus'?: (string);
}

export interface Allergy__Output {
  'noneKnown': (boolean);
  'coding': (_healthbooker_ehr_v1_Coding__Output | null);
  'substance': (string);
  'reaction': (string);
  'severity': (string);
  'clinicalStatus': (string);
}
