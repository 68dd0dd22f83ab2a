// Original file: healthbooker/appointment/v1/appointment.proto


export interface CancelRequest {
  'appointmentId'?: (string);
  'expectedVersion'?: (number);
  'idempotencyKey'?: (string);
}

export interface CancelRequest__Output {
  'appointmentId': (string);
  'expectedVersion': (number);
  'idempotencyKey': (string);
}
