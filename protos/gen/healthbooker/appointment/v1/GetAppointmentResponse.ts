// Original file: healthbooker/appointment/v1/appointment.proto

import type { Reservation as _healthbooker_scheduler_v1_Reservation, Reservation__Output as _healthbooker_scheduler_v1_Reservation__Output } from '../../../healthbooker/scheduler/v1/Reservation.ts';

export interface GetAppointmentResponse {
  'appointment'?: (_healthbooker_scheduler_v1_Reservation | null);
  'late'?: (boolean);
}

export interface GetAppointmentResponse__Output {
  'appointment': (_healthbooker_scheduler_v1_Reservation__Output | null);
  'late': (boolean);
}
