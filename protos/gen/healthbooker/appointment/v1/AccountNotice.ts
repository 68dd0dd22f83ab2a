// Original file: healthbooker/appointment/v1/identity.proto

import type { AccountNoticeKind as _healthbooker_appointment_v1_AccountNoticeKind, AccountNoticeKind__Output as _healthbooker_appointment_v1_AccountNoticeKind__Output } from '../../../healthbooker/appointment/v1/AccountNoticeKind.ts';

export interface AccountNotice {
  'id'?: (string);
  'personId'?: (string);
  'kind'?: (_healthbooker_appointment_v1_AccountNoticeKind);
  'at'?: (string);
}

export interface AccountNotice__Output {
  'id': (string);
  'personId': (string);
  'kind': (_healthbooker_appointment_v1_AccountNoticeKind__Output);
  'at': (string);
}
