// Original file: healthbooker/scheduler/v1/leave.proto

import type { NewTimeAnswer as _healthbooker_scheduler_v1_NewTimeAnswer, NewTimeAnswer__Output as _healthbooker_scheduler_v1_NewTimeAnswer__Output } from '../../../healthbooker/scheduler/v1/NewTimeAnswer.ts';

export interface AnswerNewTimeRequest {
  'appointmentId'?: (string);
  'expectedVersion'?: (number);
  'answer'?: (_healthbooker_scheduler_v1_NewTimeAnswer);
  'operationKey'?: (string);
}

export interface AnswerNewTimeRequest__Output {
  'appointmentId': (string);
  'expectedVersion': (number);
  'answer': (_healthbooker_scheduler_v1_NewTimeAnswer__Output);
  'operationKey': (string);
}
