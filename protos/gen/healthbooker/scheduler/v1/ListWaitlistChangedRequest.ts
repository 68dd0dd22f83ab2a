// Original file: healthbooker/scheduler/v1/waitlist.proto


export interface ListWaitlistChangedRequest {
  'cursor'?: (string);
  'pageSize'?: (number);
}

export interface ListWaitlistChangedRequest__Output {
  'cursor': (string);
  'pageSize': (number);
}
