// Original file: healthbooker/appointment/v1/appointment.proto

import type { PersonSummary as _healthbooker_appointment_v1_PersonSummary, PersonSummary__Output as _healthbooker_appointment_v1_PersonSummary__Output } from '../../../healthbooker/appointment/v1/PersonSummary.ts';

export interface ListProfilesResponse {
  'people'?: (_healthbooker_appointment_v1_PersonSummary)[];
}

export interface ListProfilesResponse__Output {
  'people': (_healthbooker_appointment_v1_PersonSummary__Output)[];
}
