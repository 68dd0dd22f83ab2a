// Original file: healthbooker/scheduler/v1/waitlist.proto


export interface AcceptOfferRequest {
  'appointmentId'?: (string);
  'expectedVersion'?: (number);
  'holdId'?: (string);
  'operationKey'?: (string);
}

export interface AcceptOfferRequest__Output {
  'appointmentId': (string);
  'expectedVersion': (number);
  'holdId': (string);
  'operationKey': (string);
}
