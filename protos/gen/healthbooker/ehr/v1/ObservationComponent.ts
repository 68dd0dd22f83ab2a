// Original file: healthbooker/ehr/v1/ehr.proto

import type { Coding as _healthbooker_ehr_v1_Coding, Coding__Output as _healthbooker_ehr_v1_Coding__Output } from '../../../healthbooker/ehr/v1/Coding.ts';

export interface ObservationComponent {
  'coding'?: (_healthbooker_ehr_v1_Coding | null);
  'name'?: (string);
  'plainName'?: (string);
  'value'?: (number | string);
  'unit'?: (string);
  'referenceLow'?: (number | string);
  'referenceHigh'?: (number | string);
  '_referenceLow'?: "referenceLow";
  '_referenceHigh'?: "referenceHigh";
}

export interface ObservationComponent__Output {
  'coding': (_healthbooker_ehr_v1_Coding__Output | null);
  'name': (string);
  'plainName': (string);
  'value': (number);
  'unit': (string);
  'referenceLow'?: (number);
  'referenceHigh'?: (number);
  '_referenceLow'?: "referenceLow";
  '_referenceHigh'?: "referenceHigh";
}
