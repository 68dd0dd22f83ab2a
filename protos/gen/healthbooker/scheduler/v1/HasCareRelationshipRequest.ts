// Original file: healthbooker/scheduler/v1/scheduler.proto


export interface HasCareRelationshipRequest {
  'patientId'?: (string);
}

export interface HasCareRelationshipRequest__Output {
  'patientId': (string);
}
