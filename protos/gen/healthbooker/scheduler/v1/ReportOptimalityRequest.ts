// Original file: healthbooker/scheduler/v1/leave.proto


export interface ReportOptimalityRequest {
  'specialtyId'?: (string);
  'firstDate'?: (string);
  'lastDate'?: (string);
}

export interface ReportOptimalityRequest__Output {
  'specialtyId': (string);
  'firstDate': (string);
  'lastDate': (string);
}
