// Original file: healthbooker/appointment/v1/identity.proto


export interface WithdrawIdentityRequestRequest {
  'requestId'?: (string);
}

export interface WithdrawIdentityRequestRequest__Output {
  'requestId': (string);
}
