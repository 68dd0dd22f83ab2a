// Original file: healthbooker/scheduler/v1/proxy.proto

import type { ProxyLink as _healthbooker_scheduler_v1_ProxyLink, ProxyLink__Output as _healthbooker_scheduler_v1_ProxyLink__Output } from '../../../healthbooker/scheduler/v1/ProxyLink.ts';

export interface ListProxiesChangedResponse {
  'links'?: (_healthbooker_scheduler_v1_ProxyLink)[];
  'nextCursor'?: (string);
}

export interface ListProxiesChangedResponse__Output {
  'links': (_healthbooker_scheduler_v1_ProxyLink__Output)[];
  'nextCursor': (string);
}
