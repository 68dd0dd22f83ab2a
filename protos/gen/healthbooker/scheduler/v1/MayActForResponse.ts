// Original file: healthbooker/scheduler/v1/proxy.proto

import type { ProxyScope as _healthbooker_scheduler_v1_ProxyScope, ProxyScope__Output as _healthbooker_scheduler_v1_ProxyScope__Output } from '../../../healthbooker/scheduler/v1/ProxyScope.ts';

export interface MayActForResponse {
  'allowed'?: (boolean);
  'scope'?: (_healthbooker_scheduler_v1_ProxyScope);
}

export interface MayActForResponse__Output {
  'allowed': (boolean);
  'scope': (_healthbooker_scheduler_v1_ProxyScope__Output);
}
