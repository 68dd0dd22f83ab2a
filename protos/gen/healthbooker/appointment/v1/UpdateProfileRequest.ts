// Original file: healthbooker/appointment/v1/appointment.proto

import type { AccessNeeds as _healthbooker_appointment_v1_AccessNeeds, AccessNeeds__Output as _healthbooker_appointment_v1_AccessNeeds__Output } from '../../../healthbooker/appointment/v1/AccessNeeds.ts';

export interface UpdateProfileRequest {
  'expectedVersion'?: (number);
  'name'?: (string);
  'phone'?: (string);
  'timeZone'?: (string);
  'language'?: (string);
  'sex'?: (string);
  'accessNeeds'?: (_healthbooker_appointment_v1_AccessNeeds | null);
  'preferredName'?: (string);
  'postcode'?: (string);
  '_name'?: "name";
  '_phone'?: "phone";
  '_timeZone'?: "timeZone";
  '_language'?: "language";
  '_sex'?: "sex";
  '_accessNeeds'?: "accessNeeds";
  '_preferredName'?: "preferredName";
  '_postcode'?: "postcode";
}

export interface UpdateProfileRequest__Output {
  'expectedVersion': (number);
  'name'?: (string);
  'phone'?: (string);
  'timeZone'?: (string);
  'language'?: (string);
  'sex'?: (string);
  'accessNeeds'?: (_healthbooker_appointment_v1_AccessNeeds__Output | null);
  'preferredName'?: (string);
  'postcode'?: (string);
  '_name'?: "name";
  '_phone'?: "phone";
  '_timeZone'?: "timeZone";
  '_language'?: "language";
  '_sex'?: "sex";
  '_accessNeeds'?: "accessNeeds";
  '_preferredName'?: "preferredName";
  '_postcode'?: "postcode";
}
