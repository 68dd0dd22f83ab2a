// Original file: healthbooker/ehr/v1/ehr.proto


export interface RequestCorrectionRequest {
  'patientId'?: (string);
  'entryId'?: (string);
  'entryVersion'?: (number);
  'text'?: (string);
  'operationKey'?: (string);
}

export interface RequestCorrectionRequest__Output {
  'patientId': (string);
  'entryId': (string);
  'entryVersion': (number);
  'text': (string);
  'operationKey': (string);
}
