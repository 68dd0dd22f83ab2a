// Original file: healthbooker/scheduler/v1/proxy.proto

export const ProxyScope = {
  PROXY_SCOPE_UNSPECIFIED: 'PROXY_SCOPE_UNSPECIFIED',
  PROXY_SCOPE_BOOKINGS: 'PROXY_SCOPE_BOOKINGS',
  PROXY_SCOPE_RECORD: 'PROXY_SCOPE_RECORD',
} as const;

export type ProxyScope =
  | 'PROXY_SCOPE_UNSPECIFIED'
  | 0
  | 'PROXY_SCOPE_BOOKINGS'
  | 1
  | 'PROXY_SCOPE_RECORD'
  | 2

export type ProxyScope__Output = typeof ProxyScope[keyof typeof ProxyScope]
