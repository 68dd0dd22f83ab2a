// Original file: healthbooker/appointment/v1/appointment.proto


export interface MoveRequest {
  'appointmentId'?: (string);
  'expectedVersion'?: (number);
  'slotId'?: (string);
  'holdId'?: (string);
  'idempotencyKey'?: (string);
  'otherRegionAgreed'?: (boolean);
  'stepsAgreed'?: (boolean);
}

export interface MoveRequest__Output {
  'appointmentId': (string);
  'expectedVersion': (number);
  'slotId': (string);
  'holdId': (string);
  'idempotencyKey': (string);
  'otherRegionAgreed': (boolean);
  'stepsAgreed': (boolean);
}
