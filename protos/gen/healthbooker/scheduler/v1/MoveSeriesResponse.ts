// Original file: healthbooker/scheduler/v1/series.proto

import type { Reservation as _healthbooker_scheduler_v1_Reservation, Reservation__Output as _healthbooker_scheduler_v1_Reservation__Output } from '../../../healthbooker/scheduler/v1/Reservation.ts';

export interface MoveSeriesResponse {
  'reservations'?: (_healthbooker_scheduler_v1_Reservation)[];
}

export interface MoveSeriesResponse__Output {
  'reservations': (_healthbooker_scheduler_v1_Reservation__Output)[];
}
