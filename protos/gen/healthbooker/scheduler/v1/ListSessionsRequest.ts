// Original file: healthbooker/scheduler/v1/availability.proto


export interface ListSessionsRequest {
  'providerId'?: (string);
  'locationId'?: (string);
  'fromDate'?: (string);
  'pageSize'?: (number);
  'pageToken'?: (string);
}

export interface ListSessionsRequest__Output {
  'providerId': (string);
  'locationId': (string);
  'fromDate': (string);
  'pageSize': (number);
  'pageToken': (string);
}
