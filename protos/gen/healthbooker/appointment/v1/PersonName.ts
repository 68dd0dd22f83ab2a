// Original file: healthbooker/appointment/v1/appointment.proto


export interface PersonName {
  'personId'?: (string);
  'name'?: (string);
  'birthDate'?: (string);
}

export interface PersonName__Output {
  'personId': (string);
  'name': (string);
  'birthDate': (string);
}
