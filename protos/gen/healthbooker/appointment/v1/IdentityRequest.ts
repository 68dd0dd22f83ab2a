// Original file: healthbooker/appointment/v1/identity.proto

import type { IdentityDetails as _healthbooker_appointment_v1_IdentityDetails, IdentityDetails__Output as _healthbooker_appointment_v1_IdentityDetails__Output } from '../../../healthbooker/appointment/v1/IdentityDetails.ts';

export interface IdentityRequest {
  'id'?: (string);
  'wanted'?: (_healthbooker_appointment_v1_IdentityDetails | null);
  'reason'?: (string);
  'requestedAt'?: (string);
}

export interface IdentityRequest__Output {
  'id': (string);
  'wanted': (_healthbooker_appointment_v1_IdentityDetails__Output | null);
  'reason': (string);
  'requestedAt': (string);
}
