// Original file: healthbooker/scheduler/v1/proxy.proto

import type { ProxyLink as _healthbooker_scheduler_v1_ProxyLink, ProxyLink__Output as _healthbooker_scheduler_v1_ProxyLink__Output } from '../../../healthbooker/scheduler/v1/ProxyLink.ts';

export interface ListUnconfirmedProxiesResponse {
  'links'?: (_healthbooker_scheduler_v1_ProxyLink)[];
}

export interface ListUnconfirmedProxiesResponse__Output {
  'links': (_healthbooker_scheduler_v1_ProxyLink__Output)[];
}
