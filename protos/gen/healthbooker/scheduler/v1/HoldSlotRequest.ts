// Original file: healthbooker/scheduler/v1/scheduler.proto

import type { AccessNeed as _healthbooker_scheduler_v1_AccessNeed, AccessNeed__Output as _healthbooker_scheduler_v1_AccessNeed__Output } from '../../../healthbooker/scheduler/v1/AccessNeed.ts';

export interface HoldSlotRequest {
  'patientId'?: (string);
  'slotId'?: (string);
  'accessNeeds'?: (_healthbooker_scheduler_v1_AccessNeed)[];
  'referralId'?: (string);
  'otherRegionAgreed'?: (boolean);
  'stepsAgreed'?: (boolean);
}

export interface HoldSlotRequest__Output {
  'patientId': (string);
  'slotId': (string);
  'accessNeeds': (_healthbooker_scheduler_v1_AccessNeed__Output)[];
  'referralId': (string);
  'otherRegionAgreed': (boolean);
  'stepsAgreed': (boolean);
}
