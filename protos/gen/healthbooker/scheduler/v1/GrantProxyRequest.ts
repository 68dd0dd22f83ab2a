// Original file: healthbooker/scheduler/v1/proxy.proto


export interface GrantProxyRequest {
  'patientId'?: (string);
  'proxyId'?: (string);
}

export interface GrantProxyRequest__Output {
  'patientId': (string);
  'proxyId': (string);
}
