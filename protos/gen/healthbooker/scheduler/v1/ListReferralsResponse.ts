// Original file: healthbooker/scheduler/v1/referral.proto

import type { Referral as _healthbooker_scheduler_v1_Referral, Referral__Output as _healthbooker_scheduler_v1_Referral__Output } from '../../../healthbooker/scheduler/v1/Referral.ts';

export interface ListReferralsResponse {
  'referrals'?: (_healthbooker_scheduler_v1_Referral)[];
  'isCut'?: (boolean);
}

export interface ListReferralsResponse__Output {
  'referrals': (_healthbooker_scheduler_v1_Referral__Output)[];
  'isCut': (boolean);
}
