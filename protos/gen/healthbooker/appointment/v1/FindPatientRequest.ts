// Original file: healthbooker/appointment/v1/appointment.proto


export interface FindPatientRequest {
  'medicalRecordNumber'?: (string);
}

export interface FindPatientRequest__Output {
  'medicalRecordNumber': (string);
}
