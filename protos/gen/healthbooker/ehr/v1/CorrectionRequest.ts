// Original file: healthbooker/ehr/v1/ehr.proto


export interface CorrectionRequest {
  'entryId'?: (string);
  'entryVersion'?: (number);
  'text'?: (string);
  'state'?: (string);
}

export interface CorrectionRequest__Output {
  'entryId': (string);
  'entryVersion': (number);
  'text': (string);
  'state': (string);
}
