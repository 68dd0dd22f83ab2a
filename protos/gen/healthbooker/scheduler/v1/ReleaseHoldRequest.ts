// Original file: healthbooker/scheduler/v1/scheduler.proto


export interface ReleaseHoldRequest {
  'patientId'?: (string);
  'holdId'?: (string);
}

export interface ReleaseHoldRequest__Output {
  'patientId': (string);
  'holdId': (string);
}
