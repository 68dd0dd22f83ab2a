// Original file: healthbooker/scheduler/v1/waitlist.proto

import type { ContactOutcome as _healthbooker_scheduler_v1_ContactOutcome, ContactOutcome__Output as _healthbooker_scheduler_v1_ContactOutcome__Output } from '../../../healthbooker/scheduler/v1/ContactOutcome.ts';

export interface RecordContactRequest {
  'appointmentId'?: (string);
  'expectedVersion'?: (number);
  'outcome'?: (_healthbooker_scheduler_v1_ContactOutcome);
  'note'?: (string);
  'operationKey'?: (string);
}

export interface RecordContactRequest__Output {
  'appointmentId': (string);
  'expectedVersion': (number);
  'outcome': (_healthbooker_scheduler_v1_ContactOutcome__Output);
  'note': (string);
  'operationKey': (string);
}
