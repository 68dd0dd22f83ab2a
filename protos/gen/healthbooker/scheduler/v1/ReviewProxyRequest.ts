// Original file: healthbooker/scheduler/v1/proxy.proto


export interface ReviewProxyRequest {
  'linkId'?: (string);
}

export interface ReviewProxyRequest__Output {
  'linkId': (string);
}
