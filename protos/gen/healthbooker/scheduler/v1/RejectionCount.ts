// Original file: healthbooker/scheduler/v1/decision.proto


export interface RejectionCount {
  'reason'?: (string);
  'explanation'?: (string);
  'count'?: (number);
}

export interface RejectionCount__Output {
  'reason': (string);
  'explanation': (string);
  'count': (number);
}
