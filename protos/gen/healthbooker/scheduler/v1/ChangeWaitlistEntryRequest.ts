// Original file: healthbooker/scheduler/v1/waitlist.proto

import type { Need as _healthbooker_scheduler_v1_Need, Need__Output as _healthbooker_scheduler_v1_Need__Output } from '../../../healthbooker/scheduler/v1/Need.ts';

export interface ChangeWaitlistEntryRequest {
  'appointmentId'?: (string);
  'expectedVersion'?: (number);
  'need'?: (_healthbooker_scheduler_v1_Need | null);
  'reason'?: (string);
  'autoAccept'?: (boolean);
  'operationKey'?: (string);
}

export interface ChangeWaitlistEntryRequest__Output {
  'appointmentId': (string);
  'expectedVersion': (number);
  'need': (_healthbooker_scheduler_v1_Need__Output | null);
  'reason': (string);
  'autoAccept': (boolean);
  'operationKey': (string);
}
