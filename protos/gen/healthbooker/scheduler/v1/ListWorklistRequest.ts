// Original file: healthbooker/scheduler/v1/leave.proto


export interface ListWorklistRequest {
  'leaveId'?: (string);
  'pageSize'?: (number);
  'pageToken'?: (string);
}

export interface ListWorklistRequest__Output {
  'leaveId': (string);
  'pageSize': (number);
  'pageToken': (string);
}
