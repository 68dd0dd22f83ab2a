// Original file: healthbooker/scheduler/v1/leave.proto


export interface ListDisruptionsRequest {
  'onlyOpen'?: (boolean);
  'pageSize'?: (number);
  'pageToken'?: (string);
}

export interface ListDisruptionsRequest__Output {
  'onlyOpen': (boolean);
  'pageSize': (number);
  'pageToken': (string);
}
