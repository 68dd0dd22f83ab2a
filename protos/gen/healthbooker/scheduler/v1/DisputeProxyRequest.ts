// Original file: healthbooker/scheduler/v1/proxy.proto


export interface DisputeProxyRequest {
  'secret'?: (string);
  'linkId'?: (string);
}

export interface DisputeProxyRequest__Output {
  'secret': (string);
  'linkId': (string);
}
