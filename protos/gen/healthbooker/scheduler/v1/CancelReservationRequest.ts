// Original file: healthbooker/scheduler/v1/scheduler.proto


export interface CancelReservationRequest {
  'appointmentId'?: (string);
  'expectedVersion'?: (number);
  'operationKey'?: (string);
}

export interface CancelReservationRequest__Output {
  'appointmentId': (string);
  'expectedVersion': (number);
  'operationKey': (string);
}
