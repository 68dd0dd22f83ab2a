// Original file: healthbooker/appointment/v1/appointment.proto

import type { PersonName as _healthbooker_appointment_v1_PersonName, PersonName__Output as _healthbooker_appointment_v1_PersonName__Output } from '../../../healthbooker/appointment/v1/PersonName.ts';

export interface ListNamesResponse {
  'names'?: (_healthbooker_appointment_v1_PersonName)[];
}

export interface ListNamesResponse__Output {
  'names': (_healthbooker_appointment_v1_PersonName__Output)[];
}
