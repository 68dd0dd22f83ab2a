// Original file: healthbooker/scheduler/v1/scheduler.proto


export interface MoveReservationRequest {
  'appointmentId'?: (string);
  'expectedVersion'?: (number);
  'slotId'?: (string);
  'holdId'?: (string);
  'operationKey'?: (string);
  'otherRegionAgreed'?: (boolean);
  'stepsAgreed'?: (boolean);
}

export interface MoveReservationRequest__Output {
  'appointmentId': (string);
  'expectedVersion': (number);
  'slotId': (string);
  'holdId': (string);
  'operationKey': (string);
  'otherRegionAgreed': (boolean);
  'stepsAgreed': (boolean);
}
