// Original file: healthbooker/appointment/v1/appointment.proto


export interface PersonSummary {
  'personId'?: (string);
  'name'?: (string);
  'birthDate'?: (string);
  'sex'?: (string);
  'medicalRecordNumber'?: (string);
  'accessNeeds'?: (string)[];
}

export interface PersonSummary__Output {
  'personId': (string);
  'name': (string);
  'birthDate': (string);
  'sex': (string);
  'medicalRecordNumber': (string);
  'accessNeeds': (string)[];
}
