// Original file: healthbooker/scheduler/v1/leave.proto

import type { Reservation as _healthbooker_scheduler_v1_Reservation, Reservation__Output as _healthbooker_scheduler_v1_Reservation__Output } from '../../../healthbooker/scheduler/v1/Reservation.ts';

export interface AnswerNewTimeResponse {
  'reservation'?: (_healthbooker_scheduler_v1_Reservation | null);
}

export interface AnswerNewTimeResponse__Output {
  'reservation': (_healthbooker_scheduler_v1_Reservation__Output | null);
}
