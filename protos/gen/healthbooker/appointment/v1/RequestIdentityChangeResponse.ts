// Original file: healthbooker/appointment/v1/identity.proto

import type { IdentityRequest as _healthbooker_appointment_v1_IdentityRequest, IdentityRequest__Output as _healthbooker_appointment_v1_IdentityRequest__Output } from '../../../healthbooker/appointment/v1/IdentityRequest.ts';

export interface RequestIdentityChangeResponse {
  'request'?: (_healthbooker_appointment_v1_IdentityRequest | null);
}

export interface RequestIdentityChangeResponse__Output {
  'request': (_healthbooker_appointment_v1_IdentityRequest__Output | null);
}
