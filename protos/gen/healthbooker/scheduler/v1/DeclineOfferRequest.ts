// Original file: healthbooker/scheduler/v1/waitlist.proto


export interface DeclineOfferRequest {
  'appointmentId'?: (string);
  'expectedVersion'?: (number);
  'holdId'?: (string);
  'operationKey'?: (string);
}

export interface DeclineOfferRequest__Output {
  'appointmentId': (string);
  'expectedVersion': (number);
  'holdId': (string);
  'operationKey': (string);
}
