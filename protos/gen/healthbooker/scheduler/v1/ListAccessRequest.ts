// Original file: healthbooker/scheduler/v1/access.proto


export interface ListAccessRequest {
  'cursor'?: (string);
  'pageSize'?: (number);
}

export interface ListAccessRequest__Output {
  'cursor': (string);
  'pageSize': (number);
}
