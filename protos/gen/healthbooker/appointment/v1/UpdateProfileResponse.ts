// Original file: healthbooker/appointment/v1/appointment.proto

import type { Profile as _healthbooker_appointment_v1_Profile, Profile__Output as _healthbooker_appointment_v1_Profile__Output } from '../../../healthbooker/appointment/v1/Profile.ts';

export interface UpdateProfileResponse {
  'profile'?: (_healthbooker_appointment_v1_Profile | null);
}

export interface UpdateProfileResponse__Output {
  'profile': (_healthbooker_appointment_v1_Profile__Output | null);
}
