// Original file: healthbooker/appointment/v1/identity.proto

import type { IdentityDetails as _healthbooker_appointment_v1_IdentityDetails, IdentityDetails__Output as _healthbooker_appointment_v1_IdentityDetails__Output } from '../../../healthbooker/appointment/v1/IdentityDetails.ts';

export interface IdentityChange {
  'id'?: (string);
  'confirmed'?: (boolean);
  'before'?: (_healthbooker_appointment_v1_IdentityDetails | null);
  'wanted'?: (_healthbooker_appointment_v1_IdentityDetails | null);
  'reason'?: (string);
  'requestedAt'?: (string);
  'decidedAt'?: (string);
  'decidedBy'?: (string);
  'evidence'?: (string);
  'refusal'?: (string);
}

export interface IdentityChange__Output {
  'id': (string);
  'confirmed': (boolean);
  'before': (_healthbooker_appointment_v1_IdentityDetails__Output | null);
  'wanted': (_healthbooker_appointment_v1_IdentityDetails__Output | null);
  'reason': (string);
  'requestedAt': (string);
  'decidedAt': (string);
  'decidedBy': (string);
  'evidence': (string);
  'refusal': (string);
}
