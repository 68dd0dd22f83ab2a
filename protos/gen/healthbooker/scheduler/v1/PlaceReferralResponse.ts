// Original file: healthbooker/scheduler/v1/referral.proto

import type { Referral as _healthbooker_scheduler_v1_Referral, Referral__Output as _healthbooker_scheduler_v1_Referral__Output } from '../../../healthbooker/scheduler/v1/Referral.ts';

export interface PlaceReferralResponse {
  'referral'?: (_healthbooker_scheduler_v1_Referral | null);
}

export interface PlaceReferralResponse__Output {
  'referral': (_healthbooker_scheduler_v1_Referral__Output | null);
}
