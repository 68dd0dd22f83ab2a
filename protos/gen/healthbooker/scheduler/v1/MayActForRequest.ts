// Original file: healthbooker/scheduler/v1/proxy.proto


export interface MayActForRequest {
  'patientId'?: (string);
  'wanted'?: (string);
}

export interface MayActForRequest__Output {
  'patientId': (string);
  'wanted': (string);
}
