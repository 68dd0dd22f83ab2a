// Original file: healthbooker/appointment/v1/appointment.proto


export interface FormerIdentity {
  'name'?: (string);
  'birthDate'?: (string);
  'sex'?: (string);
  'until'?: (string);
}

export interface FormerIdentity__Output {
  'name': (string);
  'birthDate': (string);
  'sex': (string);
  'until': (string);
}
