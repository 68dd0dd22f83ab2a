// Original file: healthbooker/scheduler/v1/proxy.proto

import type { ProxyScope as _healthbooker_scheduler_v1_ProxyScope, ProxyScope__Output as _healthbooker_scheduler_v1_ProxyScope__Output } from '../../../healthbooker/scheduler/v1/ProxyScope.ts';

export interface GrantProxyRequest {
  'patientId'?: (string);
  'proxyId'?: (string);
  'scope'?: (_healthbooker_scheduler_v1_ProxyScope);
  'evidence'?: (string);
  'reason'?: (string);
  'lastDate'?: (string);
  'patientBirthDate'?: (string);
}

export interface GrantProxyRequest__Output {
  'patientId': (string);
  'proxyId': (string);
  'scope': (_healthbooker_scheduler_v1_ProxyScope__Output);
  'evidence': (string);
  'reason': (string);
  'lastDate': (string);
  'patientBirthDate': (string);
}
