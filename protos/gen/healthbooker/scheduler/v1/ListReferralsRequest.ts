// Original file: healthbooker/scheduler/v1/referral.proto


export interface ListReferralsRequest {
  'patientId'?: (string);
  'openOnly'?: (boolean);
}

export interface ListReferralsRequest__Output {
  'patientId': (string);
  'openOnly': (boolean);
}
