// Original file: healthbooker/scheduler/v1/decision.proto


export interface GetDecisionRequest {
  'appointmentId'?: (string);
  'version'?: (number);
}

export interface GetDecisionRequest__Output {
  'appointmentId': (string);
  'version': (number);
}
