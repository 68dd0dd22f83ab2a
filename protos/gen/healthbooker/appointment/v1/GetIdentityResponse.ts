// Original file: healthbooker/appointment/v1/identity.proto

import type { IdentityDetails as _healthbooker_appointment_v1_IdentityDetails, IdentityDetails__Output as _healthbooker_appointment_v1_IdentityDetails__Output } from '../../../healthbooker/appointment/v1/IdentityDetails.ts';
import type { IdentityRequest as _healthbooker_appointment_v1_IdentityRequest, IdentityRequest__Output as _healthbooker_appointment_v1_IdentityRequest__Output } from '../../../healthbooker/appointment/v1/IdentityRequest.ts';
import type { IdentityChange as _healthbooker_appointment_v1_IdentityChange, IdentityChange__Output as _healthbooker_appointment_v1_IdentityChange__Output } from '../../../healthbooker/appointment/v1/IdentityChange.ts';

export interface GetIdentityResponse {
  'current'?: (_healthbooker_appointment_v1_IdentityDetails | null);
  'request'?: (_healthbooker_appointment_v1_IdentityRequest | null);
  'changes'?: (_healthbooker_appointment_v1_IdentityChange)[];
  'postcode'?: (string);
}

export interface GetIdentityResponse__Output {
  'current': (_healthbooker_appointment_v1_IdentityDetails__Output | null);
  'request': (_healthbooker_appointment_v1_IdentityRequest__Output | null);
  'changes': (_healthbooker_appointment_v1_IdentityChange__Output)[];
  'postcode': (string);
}
