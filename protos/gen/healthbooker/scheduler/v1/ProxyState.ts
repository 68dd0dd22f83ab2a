// Original file: healthbooker/scheduler/v1/proxy.proto

export const ProxyState = {
  PROXY_STATE_UNSPECIFIED: 'PROXY_STATE_UNSPECIFIED',
  PROXY_STATE_UNCONFIRMED: 'PROXY_STATE_UNCONFIRMED',
  PROXY_STATE_ACTIVE: 'PROXY_STATE_ACTIVE',
  PROXY_STATE_LAPSED: 'PROXY_STATE_LAPSED',
  PROXY_STATE_EXPIRED: 'PROXY_STATE_EXPIRED',
  PROXY_STATE_ENDED: 'PROXY_STATE_ENDED',
} as const;

export type ProxyState =
  | 'PROXY_STATE_UNSPECIFIED'
  | 0
  | 'PROXY_STATE_UNCONFIRMED'
  | 1
  | 'PROXY_STATE_ACTIVE'
  | 2
  | 'PROXY_STATE_LAPSED'
  | 3
  | 'PROXY_STATE_EXPIRED'
  | 4
  | 'PROXY_STATE_ENDED'
  | 5

export type ProxyState__Output = typeof ProxyState[keyof typeof ProxyState]
