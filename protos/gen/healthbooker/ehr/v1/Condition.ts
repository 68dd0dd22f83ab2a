// Original file: healthbooker/ehr/v1/ehr.proto

import type { Coding as _healthbooker_ehr_v1_Coding, Coding__Output as _healthbooker_ehr_v1_Coding__Output } from '../../../healthbooker/ehr/v1/Coding.ts';

export interface Condition {
  'coding'?: (_healthbooker_ehr_v1_Coding | null);
  'term'?: (string);
  'plainTerm'?: (string);
  'clinicalStatus'?: (string);
  'onsetDate'?: (string);
  'resolvedDate'?: (string);
}

export interface Condition__Output {
  'coding': (_healthbooker_ehr_v1_Coding__Output | null);
  'term': (string);
  'plainTerm': (string);
  'clinicalStatus': (string);
  'onsetDate': (string);
  'resolvedDate': (string);
}
