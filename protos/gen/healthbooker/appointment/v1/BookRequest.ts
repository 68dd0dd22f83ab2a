// Original file: healthbooker/appointment/v1/appointment.proto

import type { SymptomAnswers as _healthbooker_scheduler_v1_SymptomAnswers, SymptomAnswers__Output as _healthbooker_scheduler_v1_SymptomAnswers__Output } from '../../../healthbooker/scheduler/v1/SymptomAnswers.ts';

export interface BookRequest {
  'slotId'?: (string);
  'holdId'?: (string);
  'reason'?: (string);
  'symptoms'?: (_healthbooker_scheduler_v1_SymptomAnswers | null);
  'idempotencyKey'?: (string);
  'patientId'?: (string);
  'referralId'?: (string);
  'otherRegionAgreed'?: (boolean);
  'stepsAgreed'?: (boolean);
}

export interface BookRequest__Output {
  'slotId': (string);
  'holdId': (string);
  'reason': (string);
  'symptoms': (_healthbooker_scheduler_v1_SymptomAnswers__Output | null);
  'idempotencyKey': (string);
  'patientId': (string);
  'referralId': (string);
  'otherRegionAgreed': (boolean);
  'stepsAgreed': (boolean);
}
