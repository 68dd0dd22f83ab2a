// Original file: healthbooker/scheduler/v1/proxy.proto

import type { ProxyLink as _healthbooker_scheduler_v1_ProxyLink, ProxyLink__Output as _healthbooker_scheduler_v1_ProxyLink__Output } from '../../../healthbooker/scheduler/v1/ProxyLink.ts';

export interface GetProxyNoticeResponse {
  'link'?: (_healthbooker_scheduler_v1_ProxyLink | null);
  'secret'?: (string);
}

export interface GetProxyNoticeResponse__Output {
  'link': (_healthbooker_scheduler_v1_ProxyLink__Output | null);
  'secret': (string);
}
