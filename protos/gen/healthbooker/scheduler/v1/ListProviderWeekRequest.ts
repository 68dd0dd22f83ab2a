// Original file: healthbooker/scheduler/v1/availability.proto


export interface ListProviderWeekRequest {
  'providerId'?: (string);
  'firstDate'?: (string);
}

export interface ListProviderWeekRequest__Output {
  'providerId': (string);
  'firstDate': (string);
}
