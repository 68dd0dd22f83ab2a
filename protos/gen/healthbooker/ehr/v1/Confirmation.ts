// Original file: healthbooker/ehr/v1/ehr.proto


export interface Confirmation {
  'overrideReason'?: (string);
  'warningsKey'?: (string);
  'confirmUnlikely'?: (boolean);
}

export interface Confirmation__Output {
  'overrideReason': (string);
  'warningsKey': (string);
  'confirmUnlikely': (boolean);
}
