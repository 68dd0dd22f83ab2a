// Original file: healthbooker/scheduler/v1/referral.proto

export const ReferralState = {
  REFERRAL_STATE_UNSPECIFIED: 'REFERRAL_STATE_UNSPECIFIED',
  REFERRAL_STATE_OPEN: 'REFERRAL_STATE_OPEN',
  REFERRAL_STATE_BOOKED: 'REFERRAL_STATE_BOOKED',
  REFERRAL_STATE_WITHDRAWN: 'REFERRAL_STATE_WITHDRAWN',
} as const;

export type ReferralState =
  | 'REFERRAL_STATE_UNSPECIFIED'
  | 0
  | 'REFERRAL_STATE_OPEN'
  | 1
  | 'REFERRAL_STATE_BOOKED'
  | 2
  | 'REFERRAL_STATE_WITHDRAWN'
  | 3

export type ReferralState__Output = typeof ReferralState[keyof typeof ReferralState]
