// Original file: healthbooker/appointment/v1/identity.proto


export interface ConfirmIdentityRequestRequest {
  'personId'?: (string);
  'requestId'?: (string);
  'evidence'?: (string);
}

export interface ConfirmIdentityRequestRequest__Output {
  'personId': (string);
  'requestId': (string);
  'evidence': (string);
}
