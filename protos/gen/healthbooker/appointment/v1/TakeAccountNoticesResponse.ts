// Original file: healthbooker/appointment/v1/identity.proto

import type { AccountNotice as _healthbooker_appointment_v1_AccountNotice, AccountNotice__Output as _healthbooker_appointment_v1_AccountNotice__Output } from '../../../healthbooker/appointment/v1/AccountNotice.ts';

export interface TakeAccountNoticesResponse {
  'notices'?: (_healthbooker_appointment_v1_AccountNotice)[];
}

export interface TakeAccountNoticesResponse__Output {
  'notices': (_healthbooker_appointment_v1_AccountNotice__Output)[];
}
