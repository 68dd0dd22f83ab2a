// Original file: healthbooker/appointment/v1/identity.proto

import type { AccountNoticeKind as _healthbooker_appointment_v1_AccountNoticeKind, AccountNoticeKind__Output as _healthbooker_appointment_v1_AccountNoticeKind__Output } from '../../../healthbooker/appointment/v1/AccountNoticeKind.ts';

export interface GetAccountNoticeRequest {
  'personId'?: (string);
  'noticeId'?: (string);
  'kind'?: (_healthbooker_appointment_v1_AccountNoticeKind);
}

export interface GetAccountNoticeRequest__Output {
  'personId': (string);
  'noticeId': (string);
  'kind': (_healthbooker_appointment_v1_AccountNoticeKind__Output);
}
