// Original file: healthbooker/scheduler/v1/scheduler.proto

import type { TimeOfDay as _healthbooker_scheduler_v1_TimeOfDay, TimeOfDay__Output as _healthbooker_scheduler_v1_TimeOfDay__Output } from '../../../healthbooker/scheduler/v1/TimeOfDay.ts';
import type { SymptomAnswers as _healthbooker_scheduler_v1_SymptomAnswers, SymptomAnswers__Output as _healthbooker_scheduler_v1_SymptomAnswers__Output } from '../../../healthbooker/scheduler/v1/SymptomAnswers.ts';
import type { VisitMode as _healthbooker_scheduler_v1_VisitMode, VisitMode__Output as _healthbooker_scheduler_v1_VisitMode__Output } from '../../../healthbooker/scheduler/v1/VisitMode.ts';
import type { AccessNeed as _healthbooker_scheduler_v1_AccessNeed, AccessNeed__Output as _healthbooker_scheduler_v1_AccessNeed__Output } from '../../../healthbooker/scheduler/v1/AccessNeed.ts';

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
  'mode'?: (_healthbooker_scheduler_v1_VisitMode);
  'accessNeeds'?: (_healthbooker_scheduler_v1_AccessNeed)[];
  'referralId'?: (string);
  'regionIds'?: (string)[];
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
  'mode': (_healthbooker_scheduler_v1_VisitMode__Output);
  'accessNeeds': (_healthbooker_scheduler_v1_AccessNeed__Output)[];
  'referralId': (string);
  'regionIds': (string)[];
}
