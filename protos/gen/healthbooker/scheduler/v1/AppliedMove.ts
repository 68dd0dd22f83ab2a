// Original file: healthbooker/scheduler/v1/leave.proto


export interface AppliedMove {
  'appointmentId'?: (string);
  'expectedVersion'?: (number);
  'toSlotId'?: (string);
}

export interface AppliedMove__Output {
  'appointmentId': (string);
  'expectedVersion': (number);
  'toSlotId': (string);
}
