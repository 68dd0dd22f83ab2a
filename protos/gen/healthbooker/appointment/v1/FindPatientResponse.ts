// Original file: healthbooker/appointment/v1/appointment.proto

import type { PersonSummary as _healthbooker_appointment_v1_PersonSummary, PersonSummary__Output as _healthbooker_appointment_v1_PersonSummary__Output } from '../../../healthbooker/appointment/v1/PersonSummary.ts';

export interface FindPatientResponse {
  'person'?: (_healthbooker_appointment_v1_PersonSummary | null);
}

export interface FindPatientResponse__Output {
  'person': (_healthbooker_appointment_v1_PersonSummary__Output | null);
}
