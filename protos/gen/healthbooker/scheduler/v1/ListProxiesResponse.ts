// Original file: healthbooker/scheduler/v1/proxy.proto

import type { ProxyLink as _healthbooker_scheduler_v1_ProxyLink, ProxyLink__Output as _healthbooker_scheduler_v1_ProxyLink__Output } from '../../../healthbooker/scheduler/v1/ProxyLink.ts';

export interface ListProxiesResponse {
  'actsFor'?: (_healthbooker_scheduler_v1_ProxyLink)[];
  'proxies'?: (_healthbooker_scheduler_v1_ProxyLink)[];
  'openInvitationsExpireAt'?: (string)[];
  'unconfirmed'?: (_healthbooker_scheduler_v1_ProxyLink)[];
}

export interface ListProxiesResponse__Output {
  'actsFor': (_healthbooker_scheduler_v1_ProxyLink__Output)[];
  'proxies': (_healthbooker_scheduler_v1_ProxyLink__Output)[];
  'openInvitationsExpireAt': (string)[];
  'unconfirmed': (_healthbooker_scheduler_v1_ProxyLink__Output)[];
}
