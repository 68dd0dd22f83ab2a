// Original file: healthbooker/scheduler/v1/proxy.proto

import type { ProxyLink as _healthbooker_scheduler_v1_ProxyLink, ProxyLink__Output as _healthbooker_scheduler_v1_ProxyLink__Output } from '../../../healthbooker/scheduler/v1/ProxyLink.ts';

export interface ConfirmProxyResponse {
  'link'?: (_healthbooker_scheduler_v1_ProxyLink | null);
}

export interface ConfirmProxyResponse__Output {
  'link': (_healthbooker_scheduler_v1_ProxyLink__Output | null);
}
