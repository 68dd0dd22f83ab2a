// Original file: healthbooker/appointment/v1/appointment.proto

import type { TimelineAppointment as _healthbooker_appointment_v1_TimelineAppointment, TimelineAppointment__Output as _healthbooker_appointment_v1_TimelineAppointment__Output } from '../../../healthbooker/appointment/v1/TimelineAppointment.ts';
import type { RecordHeadline as _healthbooker_appointment_v1_RecordHeadline, RecordHeadline__Output as _healthbooker_appointment_v1_RecordHeadline__Output } from '../../../healthbooker/appointment/v1/RecordHeadline.ts';

export interface ListTimelineResponse {
  'appointments'?: (_healthbooker_appointment_v1_TimelineAppointment)[];
  'recordHeadlines'?: (_healthbooker_appointment_v1_RecordHeadline)[];
  'nextPageToken'?: (string);
}

export interface ListTimelineResponse__Output {
  'appointments': (_healthbooker_appointment_v1_TimelineAppointment__Output)[];
  'recordHeadlines': (_healthbooker_appointment_v1_RecordHeadline__Output)[];
  'nextPageToken': (string);
}
