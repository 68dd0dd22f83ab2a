// Original file: healthbooker/scheduler/v1/scheduler.proto

import type { TimeOfDay as _healthbooker_scheduler_v1_TimeOfDay, TimeOfDay__Output as _healthbooker_scheduler_v1_TimeOfDay__Output } from '../../../healthbooker/scheduler/v1/TimeOfDay.ts';
import type { SymptomAnswers as _healthbooker_scheduler_v1_SymptomAnswers, SymptomAnswers__Output as _healthbooker_scheduler_v1_SymptomAnswers__Output } from '../../../healthbooker/scheduler/v1/SymptomAnswers.ts';

export interface Need {
  'specialtyId'?: (string);
  'visitTypeId'?: (string);
  'providerId'?: (string);
  'locationId'?: (string);
  'earliestDate'?: (string);
  'latestDate'?: (string);
  'timesOfDay'?: (_healthbooker_scheduler_v1_TimeOfDay)[];
  'daysOfWeek'?: (number)[];
  'symptoms'?: (_healthbooker_scheduler_v1_SymptomAnswers | null);
}

export interface Need__Output {
  'specialtyId': (string);
  'visitTypeId': (string);
  'providerId': (string);
  'locationId': (string);
  'earliestDate': (string);
  'latestDate': (string);
  'timesOfDay': (_healthbooker_scheduler_v1_TimeOfDay__Output)[];
  'daysOfWeek': (number)[];
  'symptoms': (_healthbooker_scheduler_v1_SymptomAnswers__Output | null);
}
