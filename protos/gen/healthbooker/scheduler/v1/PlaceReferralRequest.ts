// Original file: healthbooker/scheduler/v1/referral.proto

import type { ReferralKind as _healthbooker_scheduler_v1_ReferralKind, ReferralKind__Output as _healthbooker_scheduler_v1_ReferralKind__Output } from '../../../healthbooker/scheduler/v1/ReferralKind.ts';
import type { Urgency as _healthbooker_scheduler_v1_Urgency, Urgency__Output as _healthbooker_scheduler_v1_Urgency__Output } from '../../../healthbooker/scheduler/v1/Urgency.ts';

export interface PlaceReferralRequest {
  'patientId'?: (string);
  'kind'?: (_healthbooker_scheduler_v1_ReferralKind);
  'specialtyId'?: (string);
  'visitTypeId'?: (string);
  'providerId'?: (string);
  'urgency'?: (_healthbooker_scheduler_v1_Urgency);
  'earliestDate'?: (string);
  'dueDate'?: (string);
  'operationKey'?: (string);
}

export interface PlaceReferralRequest__Output {
  'patientId': (string);
  'kind': (_healthbooker_scheduler_v1_ReferralKind__Output);
  'specialtyId': (string);
  'visitTypeId': (string);
  'providerId': (string);
  'urgency': (_healthbooker_scheduler_v1_Urgency__Output);
  'earliestDate': (string);
  'dueDate': (string);
  'operationKey': (string);
}
