// Original file: healthbooker/scheduler/v1/proxy.proto


export interface ListProxiesRequest {
  'personId'?: (string);
}

export interface ListProxiesRequest__Output {
  'personId': (string);
}
