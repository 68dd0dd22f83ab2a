// Original file: healthbooker/appointment/v1/identity.proto


export interface RefuseIdentityRequestRequest {
  'personId'?: (string);
  'requestId'?: (string);
  'refusal'?: (string);
}

export interface RefuseIdentityRequestRequest__Output {
  'personId': (string);
  'requestId': (string);
  'refusal': (string);
}
