// Original file: healthbooker/scheduler/v1/scheduler.proto

import type { Urgency as _healthbooker_scheduler_v1_Urgency, Urgency__Output as _healthbooker_scheduler_v1_Urgency__Output } from '../../../healthbooker/scheduler/v1/Urgency.ts';
import type { Need as _healthbooker_scheduler_v1_Need, Need__Output as _healthbooker_scheduler_v1_Need__Output } from '../../../healthbooker/scheduler/v1/Need.ts';
import type { AccessNeed as _healthbooker_scheduler_v1_AccessNeed, AccessNeed__Output as _healthbooker_scheduler_v1_AccessNeed__Output } from '../../../healthbooker/scheduler/v1/AccessNeed.ts';

export interface ReserveRequest {
  'appointmentId'?: (string);
  'patientId'?: (string);
  'slotId'?: (string);
  'holdId'?: (string);
  'reason'?: (string);
  'urgency'?: (_healthbooker_scheduler_v1_Urgency);
  'operationKey'?: (string);
  'need'?: (_healthbooker_scheduler_v1_Need | null);
  'accessNeeds'?: (_healthbooker_scheduler_v1_AccessNeed)[];
  'referralId'?: (string);
  'otherRegionAgreed'?: (boolean);
  'stepsAgreed'?: (boolean);
}

export interface ReserveRequest__Output {
  'appointmentId': (string);
  'patientId': (string);
  'slotId': (string);
  'holdId': (string);
  'reason': (string);
  'urgency': (_healthbooker_scheduler_v1_Urgency__Output);
  'operationKey': (string);
  'need': (_healthbooker_scheduler_v1_Need__Output | null);
  'accessNeeds': (_healthbooker_scheduler_v1_AccessNeed__Output)[];
  'referralId': (string);
  'otherRegionAgreed': (boolean);
  'stepsAgreed': (boolean);
}
