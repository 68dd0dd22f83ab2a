// Original file: healthbooker/scheduler/v1/leave.proto


export interface ListLeaveRequest {
  'providerId'?: (string);
  'fromDate'?: (string);
  'includeEnded'?: (boolean);
  'pageSize'?: (number);
  'pageToken'?: (string);
}

export interface ListLeaveRequest__Output {
  'providerId': (string);
  'fromDate': (string);
  'includeEnded': (boolean);
  'pageSize': (number);
  'pageToken': (string);
}
