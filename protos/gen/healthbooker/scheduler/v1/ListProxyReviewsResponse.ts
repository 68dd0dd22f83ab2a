// Original file: healthbooker/scheduler/v1/proxy.proto

import type { ProxyLink as _healthbooker_scheduler_v1_ProxyLink, ProxyLink__Output as _healthbooker_scheduler_v1_ProxyLink__Output } from '../../../healthbooker/scheduler/v1/ProxyLink.ts';

export interface ListProxyReviewsResponse {
  'links'?: (_healthbooker_scheduler_v1_ProxyLink)[];
  'nextPageToken'?: (string);
}

export interface ListProxyReviewsResponse__Output {
  'links': (_healthbooker_scheduler_v1_ProxyLink__Output)[];
  'nextPageToken': (string);
}
