// Original file: healthbooker/appointment/v1/appointment.proto

import type { TimelineAppointment as _healthbooker_appointment_v1_TimelineAppointment, TimelineAppointment__Output as _healthbooker_appointment_v1_TimelineAppointment__Output } from '../../../healthbooker/appointment/v1/TimelineAppointment.ts';

export interface ListProviderScheduleResponse {
  'appointments'?: (_healthbooker_appointment_v1_TimelineAppointment)[];
  'nextPageToken'?: (string);
}

export interface ListProviderScheduleResponse__Output {
  'appointments': (_healthbooker_appointment_v1_TimelineAppointment__Output)[];
  'nextPageToken': (string);
}
