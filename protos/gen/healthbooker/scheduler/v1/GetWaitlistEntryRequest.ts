// Original file: healthbooker/scheduler/v1/waitlist.proto


export interface GetWaitlistEntryRequest {
  'appointmentId'?: (string);
}

export interface GetWaitlistEntryRequest__Output {
  'appointmentId': (string);
}
