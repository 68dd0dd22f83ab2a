// Original file: healthbooker/scheduler/v1/leave.proto


export interface LeavePeriod {
  'firstDate'?: (string);
  'lastDate'?: (string);
  'fromTime'?: (string);
  'toTime'?: (string);
}

export interface LeavePeriod__Output {
  'firstDate': (string);
  'lastDate': (string);
  'fromTime': (string);
  'toTime': (string);
}
