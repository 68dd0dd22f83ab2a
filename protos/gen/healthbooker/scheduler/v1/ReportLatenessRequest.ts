// Original file: healthbooker/scheduler/v1/lateness.proto


export interface ReportLatenessRequest {
  'appointmentId'?: (string);
  'expectedVersion'?: (number);
  'lateMinutes'?: (number);
  'operationKey'?: (string);
}

export interface ReportLatenessRequest__Output {
  'appointmentId': (string);
  'expectedVersion': (number);
  'lateMinutes': (number);
  'operationKey': (string);
}
