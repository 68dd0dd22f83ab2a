// Original file: healthbooker/ehr/v1/ehr.proto


export interface DraftField {
  'name'?: (string);
  'value'?: (string);
}

export interface DraftField__Output {
  'name': (string);
  'value': (string);
}
