// Original file: healthbooker/scheduler/v1/waitlist.proto

import type { ContactOutcome as _healthbooker_scheduler_v1_ContactOutcome, ContactOutcome__Output as _healthbooker_scheduler_v1_ContactOutcome__Output } from '../../../healthbooker/scheduler/v1/ContactOutcome.ts';

export interface WaitlistContact {
  'at'?: (string);
  'outcome'?: (_healthbooker_scheduler_v1_ContactOutcome);
  'note'?: (string);
}

export interface WaitlistContact__Output {
  'at': (string);
  'outcome': (_healthbooker_scheduler_v1_ContactOutcome__Output);
  'note': (string);
}
