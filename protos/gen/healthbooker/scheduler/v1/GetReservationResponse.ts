// Original file: healthbooker/scheduler/v1/scheduler.proto

import type { Reservation as _healthbooker_scheduler_v1_Reservation, Reservation__Output as _healthbooker_scheduler_v1_Reservation__Output } from '../../../healthbooker/scheduler/v1/Reservation.ts';

export interface GetReservationResponse {
  'reservation'?: (_healthbooker_scheduler_v1_Reservation | null);
}

export interface GetReservationResponse__Output {
  'reservation': (_healthbooker_scheduler_v1_Reservation__Output | null);
}
