// Original file: healthbooker/scheduler/v1/lateness.proto


export interface SetProviderDelayResponse {
  'delayMinutes'?: (number);
  'changedAt'?: (string);
}

export interface SetProviderDelayResponse__Output {
  'delayMinutes': (number);
  'changedAt': (string);
}
