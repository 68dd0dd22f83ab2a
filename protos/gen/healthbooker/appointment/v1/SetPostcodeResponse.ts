// Original file: healthbooker/appointment/v1/identity.proto


export interface SetPostcodeResponse {
  'postcode'?: (string);
}

export interface SetPostcodeResponse__Output {
  'postcode': (string);
}
