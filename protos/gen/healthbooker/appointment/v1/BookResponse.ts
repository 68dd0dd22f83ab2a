// Original file: healthbooker/appointment/v1/appointment.proto

import type { Reservation as _healthbooker_scheduler_v1_Reservation, Reservation__Output as _healthbooker_scheduler_v1_Reservation__Output } from '../../../healthbooker/scheduler/v1/Reservation.ts';

export interface BookResponse {
  'appointment'?: (_healthbooker_scheduler_v1_Reservation | null);
}

export interface BookResponse__Output {
  'appointment': (_healthbooker_scheduler_v1_Reservation__Output | null);
}
