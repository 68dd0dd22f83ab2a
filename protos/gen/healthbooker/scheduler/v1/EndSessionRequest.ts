// Original file: healthbooker/scheduler/v1/availability.proto


export interface EndSessionRequest {
  'sessionId'?: (string);
  'expectedVersion'?: (number);
  'lastDate'?: (string);
  'dryRun'?: (boolean);
}

export interface EndSessionRequest__Output {
  'sessionId': (string);
  'expectedVersion': (number);
  'lastDate': (string);
  'dryRun': (boolean);
}
