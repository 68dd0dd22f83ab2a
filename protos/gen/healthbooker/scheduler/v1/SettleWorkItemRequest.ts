// Original file: healthbooker/scheduler/v1/leave.proto


export interface SettleWorkItemRequest {
  'leaveId'?: (string);
  'appointmentId'?: (string);
  'expectedVersion'?: (number);
  'slotId'?: (string);
  'operationKey'?: (string);
  'otherRegionAgreed'?: (boolean);
}

export interface SettleWorkItemRequest__Output {
  'leaveId': (string);
  'appointmentId': (string);
  'expectedVersion': (number);
  'slotId': (string);
  'operationKey': (string);
  'otherRegionAgreed': (boolean);
}
