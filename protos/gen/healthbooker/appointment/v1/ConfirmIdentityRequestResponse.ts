// Original file: healthbooker/appointment/v1/identity.proto

import type { IdentityChange as _healthbooker_appointment_v1_IdentityChange, IdentityChange__Output as _healthbooker_appointment_v1_IdentityChange__Output } from '../../../healthbooker/appointment/v1/IdentityChange.ts';

export interface ConfirmIdentityRequestResponse {
  'change'?: (_healthbooker_appointment_v1_IdentityChange | null);
}

export interface ConfirmIdentityRequestResponse__Output {
  'change': (_healthbooker_appointment_v1_IdentityChange__Output | null);
}
