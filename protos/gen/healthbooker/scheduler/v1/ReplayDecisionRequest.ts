// Original file: healthbooker/scheduler/v1/decision.proto


export interface ReplayDecisionRequest {
  'appointmentId'?: (string);
  'version'?: (number);
}

export interface ReplayDecisionRequest__Output {
  'appointmentId': (string);
  'version': (number);
}
