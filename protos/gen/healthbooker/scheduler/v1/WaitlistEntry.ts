// Original file: healthbooker/scheduler/v1/waitlist.proto

import type { WaitlistState as _healthbooker_scheduler_v1_WaitlistState, WaitlistState__Output as _healthbooker_scheduler_v1_WaitlistState__Output } from '../../../healthbooker/scheduler/v1/WaitlistState.ts';
import type { Need as _healthbooker_scheduler_v1_Need, Need__Output as _healthbooker_scheduler_v1_Need__Output } from '../../../healthbooker/scheduler/v1/Need.ts';
import type { Urgency as _healthbooker_scheduler_v1_Urgency, Urgency__Output as _healthbooker_scheduler_v1_Urgency__Output } from '../../../healthbooker/scheduler/v1/Urgency.ts';
import type { WaitlistOffer as _healthbooker_scheduler_v1_WaitlistOffer, WaitlistOffer__Output as _healthbooker_scheduler_v1_WaitlistOffer__Output } from '../../../healthbooker/scheduler/v1/WaitlistOffer.ts';
import type { WaitlistContact as _healthbooker_scheduler_v1_WaitlistContact, WaitlistContact__Output as _healthbooker_scheduler_v1_WaitlistContact__Output } from '../../../healthbooker/scheduler/v1/WaitlistContact.ts';

export interface WaitlistEntry {
  'appointmentId'?: (string);
  'version'?: (number);
  'patientId'?: (string);
  'state'?: (_healthbooker_scheduler_v1_WaitlistState);
  'need'?: (_healthbooker_scheduler_v1_Need | null);
  'specialtyName'?: (string);
  'visitTypeName'?: (string);
  'urgency'?: (_healthbooker_scheduler_v1_Urgency);
  'waitingSinceAt'?: (string);
  'targetDate'?: (string);
  'autoAccept'?: (boolean);
  'misses'?: (number);
  'offer'?: (_healthbooker_scheduler_v1_WaitlistOffer | null);
  'reason'?: (string);
  'changedAt'?: (string);
  'rank'?: (number);
  'rankWhy'?: (string);
  'isTargetBreached'?: (boolean);
  'lastContact'?: (_healthbooker_scheduler_v1_WaitlistContact | null);
  'change'?: (string);
}

export interface WaitlistEntry__Output {
  'appointmentId': (string);
  'version': (number);
  'patientId': (string);
  'state': (_healthbooker_scheduler_v1_WaitlistState__Output);
  'need': (_healthbooker_scheduler_v1_Need__Output | null);
  'specialtyName': (string);
  'visitTypeName': (string);
  'urgency': (_healthbooker_scheduler_v1_Urgency__Output);
  'waitingSinceAt': (string);
  'targetDate': (string);
  'autoAccept': (boolean);
  'misses': (number);
  'offer': (_healthbooker_scheduler_v1_WaitlistOffer__Output | null);
  'reason': (string);
  'changedAt': (string);
  'rank': (number);
  'rankWhy': (string);
  'isTargetBreached': (boolean);
  'lastContact': (_healthbooker_scheduler_v1_WaitlistContact__Output | null);
  'change': (string);
}
