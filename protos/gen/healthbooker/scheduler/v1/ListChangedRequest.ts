// Original file: healthbooker/scheduler/v1/scheduler.proto


export interface ListChangedRequest {
  'cursor'?: (string);
  'pageSize'?: (number);
}

export interface ListChangedRequest__Output {
  'cursor': (string);
  'pageSize': (number);
}
