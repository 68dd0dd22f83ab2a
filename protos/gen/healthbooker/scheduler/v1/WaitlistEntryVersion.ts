// Original file: healthbooker/scheduler/v1/waitlist.proto

import type { WaitlistState as _healthbooker_scheduler_v1_WaitlistState, WaitlistState__Output as _healthbooker_scheduler_v1_WaitlistState__Output } from '../../../healthbooker/scheduler/v1/WaitlistState.ts';
import type { Urgency as _healthbooker_scheduler_v1_Urgency, Urgency__Output as _healthbooker_scheduler_v1_Urgency__Output } from '../../../healthbooker/scheduler/v1/Urgency.ts';
import type { WaitlistOffer as _healthbooker_scheduler_v1_WaitlistOffer, WaitlistOffer__Output as _healthbooker_scheduler_v1_WaitlistOffer__Output } from '../../../healthbooker/scheduler/v1/WaitlistOffer.ts';

export interface WaitlistEntryVersion {
  'appointmentId'?: (string);
  'version'?: (number);
  'patientId'?: (string);
  'state'?: (_healthbooker_scheduler_v1_WaitlistState);
  'urgency'?: (_healthbooker_scheduler_v1_Urgency);
  'waitingSinceAt'?: (string);
  'targetDate'?: (string);
  'autoAccept'?: (boolean);
  'misses'?: (number);
  'offer'?: (_healthbooker_scheduler_v1_WaitlistOffer | null);
  'changedAt'?: (string);
  'change'?: (string);
}

export interface WaitlistEntryVersion__Output {
  'appointmentId': (string);
  'version': (number);
  'patientId': (string);
  'state': (_healthbooker_scheduler_v1_WaitlistState__Output);
  'urgency': (_healthbooker_scheduler_v1_Urgency__Output);
  'waitingSinceAt': (string);
  'targetDate': (string);
  'autoAccept': (boolean);
  'misses': (number);
  'offer': (_healthbooker_scheduler_v1_WaitlistOffer__Output | null);
  'changedAt': (string);
  'change': (string);
}
