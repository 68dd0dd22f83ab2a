// Original file: healthbooker/scheduler/v1/leave.proto


export interface ReportUnreachedRequest {
  'appointmentId'?: (string);
}

export interface ReportUnreachedRequest__Output {
  'appointmentId': (string);
}
