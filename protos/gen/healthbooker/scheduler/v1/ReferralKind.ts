// Original file: healthbooker/scheduler/v1/referral.proto

export const ReferralKind = {
  REFERRAL_KIND_UNSPECIFIED: 'REFERRAL_KIND_UNSPECIFIED',
  REFERRAL_KIND_REFERRAL: 'REFERRAL_KIND_REFERRAL',
  REFERRAL_KIND_FOLLOW_UP: 'REFERRAL_KIND_FOLLOW_UP',
} as const;

export type ReferralKind =
  | 'REFERRAL_KIND_UNSPECIFIED'
  | 0
  | 'REFERRAL_KIND_REFERRAL'
  | 1
  | 'REFERRAL_KIND_FOLLOW_UP'
  | 2

export type ReferralKind__Output = typeof ReferralKind[keyof typeof ReferralKind]
