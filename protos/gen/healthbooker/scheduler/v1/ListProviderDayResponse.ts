// Original file: healthbooker/scheduler/v1/scheduler.proto

import type { Reservation as _healthbooker_scheduler_v1_Reservation, Reservation__Output as _healthbooker_scheduler_v1_Reservation__Output } from '../../../healthbooker/scheduler/v1/Reservation.ts';

export interface ListProviderDayResponse {
  'reservations'?: (_healthbooker_scheduler_v1_Reservation)[];
  'isCut'?: (boolean);
}

export interface ListProviderDayResponse__Output {
  'reservations': (_healthbooker_scheduler_v1_Reservation__Output)[];
  'isCut': (boolean);
}
