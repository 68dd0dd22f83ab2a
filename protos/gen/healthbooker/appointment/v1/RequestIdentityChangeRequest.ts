// Original file: healthbooker/appointment/v1/identity.proto

import type { IdentityDetails as _healthbooker_appointment_v1_IdentityDetails, IdentityDetails__Output as _healthbooker_appointment_v1_IdentityDetails__Output } from '../../../healthbooker/appointment/v1/IdentityDetails.ts';

export interface RequestIdentityChangeRequest {
  'wanted'?: (_healthbooker_appointment_v1_IdentityDetails | null);
  'reason'?: (string);
}

export interface RequestIdentityChangeRequest__Output {
  'wanted': (_healthbooker_appointment_v1_IdentityDetails__Output | null);
  'reason': (string);
}
