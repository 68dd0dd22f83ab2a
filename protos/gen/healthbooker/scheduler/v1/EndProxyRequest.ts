// Original file: healthbooker/scheduler/v1/proxy.proto


export interface EndProxyRequest {
  'patientId'?: (string);
  'proxyId'?: (string);
}

export interface EndProxyRequest__Output {
  'patientId': (string);
  'proxyId': (string);
}
