// Original file: healthbooker/ehr/v1/ehr.proto

import type { Coding as _healthbooker_ehr_v1_Coding, Coding__Output as _healthbooker_ehr_v1_Coding__Output } from '../../../healthbooker/ehr/v1/Coding.ts';
import type { ObservationComponent as _healthbooker_ehr_v1_ObservationComponent, ObservationComponent__Output as _healthbooker_ehr_v1_ObservationComponent__Output } from '../../../healthbooker/ehr/v1/ObservationComponent.ts';

export interface Observation {
  'coding'?: (_healthbooker_ehr_v1_Coding | null);
  'name'?: (string);
  'plainName'?: (string);
  'value'?: (number | string);
  'unit'?: (string);
  'referenceLow'?: (number | string);
  'referenceHigh'?: (number | string);
  'observedAt'?: (string);
  'components'?: (_healthbooker_ehr_v1_ObservationComponent)[];
  '_referenceLow'?: "referenceLow";
  '_referenceHigh'?: "referenceHigh";
}

export interface Observation__Output {
  'coding': (_healthbooker_ehr_v1_Coding__Output | null);
  'name': (string);
  'plainName': (string);
  'value': (number);
  'unit': (string);
  'referenceLow'?: (number);
  'referenceHigh'?: (number);
  'observedAt': (string);
  'components': (_healthbooker_ehr_v1_ObservationComponent__Output)[];
  '_referenceLow'?: "referenceLow";
  '_referenceHigh'?: "referenceHigh";
}
