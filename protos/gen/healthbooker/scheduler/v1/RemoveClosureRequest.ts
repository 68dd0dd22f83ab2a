// Original file: healthbooker/scheduler/v1/availability.proto


export interface RemoveClosureRequest {
  'closureId'?: (string);
}

export interface RemoveClosureRequest__Output {
  'closureId': (string);
}
