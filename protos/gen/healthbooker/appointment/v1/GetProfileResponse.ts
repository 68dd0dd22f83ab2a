// Original file: healthbooker/appointment/v1/appointment.proto

import type { Profile as _healthbooker_appointment_v1_Profile, Profile__Output as _healthbooker_appointment_v1_Profile__Output } from '../../../healthbooker/appointment/v1/Profile.ts';

export interface GetProfileResponse {
  'profile'?: (_healthbooker_appointment_v1_Profile | null);
}

export interface GetProfileResponse__Output {
  'profile': (_healthbooker_appointment_v1_Profile__Output | null);
}
