// Original file: healthbooker/scheduler/v1/proxy.proto

import type { ProxyScope as _healthbooker_scheduler_v1_ProxyScope, ProxyScope__Output as _healthbooker_scheduler_v1_ProxyScope__Output } from '../../../healthbooker/scheduler/v1/ProxyScope.ts';

export interface MayActForRequest {
  'patientId'?: (string);
  'scope'?: (_healthbooker_scheduler_v1_ProxyScope);
  'wanted'?: (string);
}

export interface MayActForRequest__Output {
  'patientId': (string);
  'scope': (_healthbooker_scheduler_v1_ProxyScope__Output);
  'wanted': (string);
}
