// Original file: healthbooker/scheduler/v1/leave.proto


export interface SettleWorkItemRequest {
  'leaveId'?: (string);
  'appointmentId'?: (string);
  'expectedVersion'?: (number);
  'slotId'?: (string);
  'operationKey'?: (string);
}

export interface SettleWorkItemRequest__Output {
  'leaveId': (string);
  'appointmentId': (string);
  'expectedVersion': (number);
  'slotId': (string);
  'operationKey': (string);
}
