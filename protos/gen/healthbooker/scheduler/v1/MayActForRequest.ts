// Original file: healthbooker/scheduler/v1/proxy.proto


export interface MayActForRequest {
  'patientId'?: (string);
}

export interface MayActForRequest__Output {
  'patientId': (string);
}
