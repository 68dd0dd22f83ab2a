// Original file: healthbooker/scheduler/v1/referral.proto


export interface WithdrawReferralRequest {
  'referralId'?: (string);
}

export interface WithdrawReferralRequest__Output {
  'referralId': (string);
}
