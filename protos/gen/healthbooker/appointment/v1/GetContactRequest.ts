// Original file: healthbooker/appointment/v1/appointment.proto


export interface GetContactRequest {
  'personId'?: (string);
}

export interface GetContactRequest__Output {
  'personId': (string);
}
