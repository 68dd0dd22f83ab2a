// Original file: healthbooker/scheduler/v1/leave.proto


export interface CancelLeaveRequest {
  'leaveId'?: (string);
  'expectedVersion'?: (number);
}

export interface CancelLeaveRequest__Output {
  'leaveId': (string);
  'expectedVersion': (number);
}
