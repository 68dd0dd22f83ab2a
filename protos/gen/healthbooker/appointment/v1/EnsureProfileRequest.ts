// Original file: healthbooker/appointment/v1/appointment.proto


export interface EnsureProfileRequest {
  'email'?: (string);
  'name'?: (string);
  'birthDate'?: (string);
  'phone'?: (string);
  'postcode'?: (string);
}

export interface EnsureProfileRequest__Output {
  'email': (string);
  'name': (string);
  'birthDate': (string);
  'phone': (string);
  'postcode': (string);
}
