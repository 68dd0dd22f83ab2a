// Original file: healthbooker/ehr/v1/ehr.proto


export interface Coding {
  'system'?: (string);
  'code'?: (string);
  'display'?: (string);
}

export interface Coding__Output {
  'system': (string);
  'code': (string);
  'display': (string);
}
