// Original file: healthbooker/appointment/v1/appointment.proto


export interface Profile {
  'personId'?: (string);
  'email'?: (string);
  'role'?: (string);
  'name'?: (string);
  'birthDate'?: (string);
  'sex'?: (string);
  'phone'?: (string);
  'medicalRecordNumber'?: (string);
  'timeZone'?: (string);
  'language'?: (string);
  'accessNeeds'?: (string)[];
  'version'?: (number);
  'preferredName'?: (string);
  'postcode'?: (string);
}

export interface Profile__Output {
  'personId': (string);
  'email': (string);
  'role': (string);
  'name': (string);
  'birthDate': (string);
  'sex': (string);
  'phone': (string);
  'medicalRecordNumber': (string);
  'timeZone': (string);
  'language': (string);
  'accessNeeds': (string)[];
  'version': (number);
  'preferredName': (string);
  'postcode': (string);
}
