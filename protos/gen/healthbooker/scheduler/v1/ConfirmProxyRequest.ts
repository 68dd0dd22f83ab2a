// Original file: healthbooker/scheduler/v1/proxy.proto


export interface ConfirmProxyRequest {
  'linkId'?: (string);
}

export interface ConfirmProxyRequest__Output {
  'linkId': (string);
}
