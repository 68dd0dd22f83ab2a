// Original file: healthbooker/scheduler/v1/lateness.proto


export interface SetProviderDelayRequest {
  'providerId'?: (string);
  'delayMinutes'?: (number);
}

export interface SetProviderDelayRequest__Output {
  'providerId': (string);
  'delayMinutes': (number);
}
