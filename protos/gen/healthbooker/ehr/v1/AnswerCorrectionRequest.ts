// Original file: healthbooker/ehr/v1/ehr.proto


export interface AnswerCorrectionRequest {
  'patientId'?: (string);
  'entryId'?: (string);
  'expectedVersion'?: (number);
  'state'?: (string);
  'answer'?: (string);
  'operationKey'?: (string);
}

export interface AnswerCorrectionRequest__Output {
  'patientId': (string);
  'entryId': (string);
  'expectedVersion': (number);
  'state': (string);
  'answer': (string);
  'operationKey': (string);
}
