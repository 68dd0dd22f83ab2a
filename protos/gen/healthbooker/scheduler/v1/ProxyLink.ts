// Original file: healthbooker/scheduler/v1/proxy.proto

import type { ProxyScope as _healthbooker_scheduler_v1_ProxyScope, ProxyScope__Output as _healthbooker_scheduler_v1_ProxyScope__Output } from '../../../healthbooker/scheduler/v1/ProxyScope.ts';
import type { ProxyState as _healthbooker_scheduler_v1_ProxyState, ProxyState__Output as _healthbooker_scheduler_v1_ProxyState__Output } from '../../../healthbooker/scheduler/v1/ProxyState.ts';

export interface ProxyLink {
  'patientId'?: (string);
  'proxyId'?: (string);
  'since'?: (string);
  'id'?: (string);
  'scope'?: (_healthbooker_scheduler_v1_ProxyScope);
  'state'?: (_healthbooker_scheduler_v1_ProxyState);
  'expiresAt'?: (string);
  'isMadeByStaff'?: (boolean);
  'reason'?: (string);
  'evidence'?: (string);
  'confirmBy'?: (string);
  'grantedBy'?: (string);
  'confirmedBy'?: (string);
  'confirmedAt'?: (string);
  'endedBy'?: (string);
  'endedAt'?: (string);
  'reviewedBy'?: (string);
  'reviewedAt'?: (string);
  'disputedAt'?: (string);
  'version'?: (number);
}

export interface ProxyLink__Output {
  'patientId': (string);
  'proxyId': (string);
  'since': (string);
  'id': (string);
  'scope': (_healthbooker_scheduler_v1_ProxyScope__Output);
  'state': (_healthbooker_scheduler_v1_ProxyState__Output);
  'expiresAt': (string);
  'isMadeByStaff': (boolean);
  'reason': (string);
  'evidence': (string);
  'confirmBy': (string);
  'grantedBy': (string);
  'confirmedBy': (string);
  'confirmedAt': (string);
  'endedBy': (string);
  'endedAt': (string);
  'reviewedBy': (string);
  'reviewedAt': (string);
  'disputedAt': (string);
  'version': (number);
}
