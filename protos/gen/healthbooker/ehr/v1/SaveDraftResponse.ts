// Original file: healthbooker/ehr/v1/ehr.proto


export interface SaveDraftResponse {
  'version'?: (number);
  'savedAt'?: (string);
}

export interface SaveDraftResponse__Output {
  'version': (number);
  'savedAt': (string);
}
