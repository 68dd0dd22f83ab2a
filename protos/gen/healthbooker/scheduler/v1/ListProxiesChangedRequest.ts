// Original file: healthbooker/scheduler/v1/proxy.proto


export interface ListProxiesChangedRequest {
  'cursor'?: (string);
  'pageSize'?: (number);
}

export interface ListProxiesChangedRequest__Output {
  'cursor': (string);
  'pageSize': (number);
}
