// Original file: healthbooker/scheduler/v1/decision.proto


export interface ListDecisionsRequest {
  'providerId'?: (string);
  'specialtyId'?: (string);
  'kind'?: (string);
  'appointmentId'?: (string);
  'fromAt'?: (string);
  'toAt'?: (string);
  'pageSize'?: (number);
  'pageToken'?: (string);
}

export interface ListDecisionsRequest__Output {
  'providerId': (string);
  'specialtyId': (string);
  'kind': (string);
  'appointmentId': (string);
  'fromAt': (string);
  'toAt': (string);
  'pageSize': (number);
  'pageToken': (string);
}
