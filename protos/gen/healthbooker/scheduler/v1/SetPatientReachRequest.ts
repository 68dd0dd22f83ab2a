// Original file: healthbooker/scheduler/v1/scheduler.proto


export interface SetPatientReachRequest {
  'patientId'?: (string);
  'regionId'?: (string);
  'needsStepFree'?: (boolean);
  'profileVersion'?: (number);
}

export interface SetPatientReachRequest__Output {
  'patientId': (string);
  'regionId': (string);
  'needsStepFree': (boolean);
  'profileVersion': (number);
}
