// Original file: healthbooker/scheduler/v1/scheduler.proto


export interface ExtendHoldRequest {
  'patientId'?: (string);
  'holdId'?: (string);
}

export interface ExtendHoldRequest__Output {
  'patientId': (string);
  'holdId': (string);
}
