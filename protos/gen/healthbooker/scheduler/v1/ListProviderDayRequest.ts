// Original file: healthbooker/scheduler/v1/scheduler.proto


export interface ListProviderDayRequest {
  'providerId'?: (string);
  'fromAt'?: (string);
  'toAt'?: (string);
}

export interface ListProviderDayRequest__Output {
  'providerId': (string);
  'fromAt': (string);
  'toAt': (string);
}
