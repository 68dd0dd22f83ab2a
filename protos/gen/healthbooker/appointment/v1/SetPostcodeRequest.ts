// Original file: healthbooker/appointment/v1/identity.proto


export interface SetPostcodeRequest {
  'personId'?: (string);
  'postcode'?: (string);
}

export interface SetPostcodeRequest__Output {
  'personId': (string);
  'postcode': (string);
}
