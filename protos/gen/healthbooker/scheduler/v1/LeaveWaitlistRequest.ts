// Original file: healthbooker/scheduler/v1/waitlist.proto


export interface LeaveWaitlistRequest {
  'appointmentId'?: (string);
  'expectedVersion'?: (number);
  'operationKey'?: (string);
}

export interface LeaveWaitlistRequest__Output {
  'appointmentId': (string);
  'expectedVersion': (number);
  'operationKey': (string);
}
