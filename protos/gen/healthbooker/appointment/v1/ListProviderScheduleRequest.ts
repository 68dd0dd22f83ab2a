// Original file: healthbooker/appointment/v1/appointment.proto


export interface ListProviderScheduleRequest {
  'providerId'?: (string);
  'fromAt'?: (string);
  'toAt'?: (string);
  'pageSize'?: (number);
  'pageToken'?: (string);
}

export interface ListProviderScheduleRequest__Output {
  'providerId': (string);
  'fromAt': (string);
  'toAt': (string);
  'pageSize': (number);
  'pageToken': (string);
}
