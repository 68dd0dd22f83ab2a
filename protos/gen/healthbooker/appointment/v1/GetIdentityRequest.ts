// Original file: healthbooker/appointment/v1/identity.proto


export interface GetIdentityRequest {
  'personId'?: (string);
}

export interface GetIdentityRequest__Output {
  'personId': (string);
}
