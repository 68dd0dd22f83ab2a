// Original file: healthbooker/appointment/v1/appointment.proto

import type { FormerIdentity as _healthbooker_appointment_v1_FormerIdentity, FormerIdentity__Output as _healthbooker_appointment_v1_FormerIdentity__Output } from '../../../healthbooker/appointment/v1/FormerIdentity.ts';

export interface PersonSummary {
  'personId'?: (string);
  'name'?: (string);
  'birthDate'?: (string);
  'sex'?: (string);
  'medicalRecordNumber'?: (string);
  'accessNeeds'?: (string)[];
  'preferredName'?: (string);
  'formerly'?: (_healthbooker_appointment_v1_FormerIdentity)[];
}

export interface PersonSummary__Output {
  'personId': (string);
  'name': (string);
  'birthDate': (string);
  'sex': (string);
  'medicalRecordNumber': (string);
  'accessNeeds': (string)[];
  'preferredName': (string);
  'formerly': (_healthbooker_appointment_v1_FormerIdentity__Output)[];
}
