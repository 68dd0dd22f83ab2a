// Original file: healthbooker/appointment/v1/appointment.proto


export interface GetProfileRequest {
  'personId'?: (string);
}

export interface GetProfileRequest__Output {
  'personId': (string);
}
