// Original file: healthbooker/scheduler/v1/referral.proto

import type { ReferralKind as _healthbooker_scheduler_v1_ReferralKind, ReferralKind__Output as _healthbooker_scheduler_v1_ReferralKind__Output } from '../../../healthbooker/scheduler/v1/ReferralKind.ts';
import type { Urgency as _healthbooker_scheduler_v1_Urgency, Urgency__Output as _healthbooker_scheduler_v1_Urgency__Output } from '../../../healthbooker/scheduler/v1/Urgency.ts';
import type { ReferralState as _healthbooker_scheduler_v1_ReferralState, ReferralState__Output as _healthbooker_scheduler_v1_ReferralState__Output } from '../../../healthbooker/scheduler/v1/ReferralState.ts';

export interface Referral {
  'id'?: (string);
  'patientId'?: (string);
  'kind'?: (_healthbooker_scheduler_v1_ReferralKind);
  'specialtyId'?: (string);
  'specialtyName'?: (string);
  'visitTypeId'?: (string);
  'visitTypeName'?: (string);
  'providerId'?: (string);
  'providerName'?: (string);
  'urgency'?: (_healthbooker_scheduler_v1_Urgency);
  'earliestDate'?: (string);
  'dueDate'?: (string);
  'orderedBy'?: (string);
  'orderedByName'?: (string);
  'orderedAt'?: (string);
  'state'?: (_healthbooker_scheduler_v1_ReferralState);
  'appointmentId'?: (string);
}

export interface Referral__Output {
  'id': (string);
  'patientId': (string);
  'kind': (_healthbooker_scheduler_v1_ReferralKind__Output);
  'specialtyId': (string);
  'specialtyName': (string);
  'visitTypeId': (string);
  'visitTypeName': (string);
  'providerId': (string);
  'providerName': (string);
  'urgency': (_healthbooker_scheduler_v1_Urgency__Output);
  'earliestDate': (string);
  'dueDate': (string);
  'orderedBy': (string);
  'orderedByName': (string);
  'orderedAt': (string);
  'state': (_healthbooker_scheduler_v1_ReferralState__Output);
  'appointmentId': (string);
}
