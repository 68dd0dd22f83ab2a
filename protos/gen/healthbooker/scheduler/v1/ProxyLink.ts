// Original file: healthbooker/scheduler/v1/proxy.proto


export interface ProxyLink {
  'patientId'?: (string);
  'proxyId'?: (string);
  'since'?: (string);
}

export interface ProxyLink__Output {
  'patientId': (string);
  'proxyId': (string);
  'since': (string);
}
