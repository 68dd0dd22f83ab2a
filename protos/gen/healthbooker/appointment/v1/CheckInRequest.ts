// Original file: healthbooker/appointment/v1/appointment.proto


export interface CheckInRequest {
  'appointmentId'?: (string);
  'expectedVersion'?: (number);
  'idempotencyKey'?: (string);
}

export interface CheckInRequest__Output {
  'appointmentId': (string);
  'expectedVersion': (number);
  'idempotencyKey': (string);
}
