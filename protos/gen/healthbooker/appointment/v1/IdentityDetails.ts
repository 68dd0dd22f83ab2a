// Original file: healthbooker/appointment/v1/identity.proto


export interface IdentityDetails {
  'name'?: (string);
  'birthDate'?: (string);
  'sex'?: (string);
}

export interface IdentityDetails__Output {
  'name': (string);
  'birthDate': (string);
  'sex': (string);
}
