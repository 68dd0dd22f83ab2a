// Original file: healthbooker/appointment/v1/appointment.proto

import type { VisitStatus as _healthbooker_scheduler_v1_VisitStatus, VisitStatus__Output as _healthbooker_scheduler_v1_VisitStatus__Output } from '../../../healthbooker/scheduler/v1/VisitStatus.ts';

export interface TimelineAppointment {
  'appointmentId'?: (string);
  'version'?: (number);
  'status'?: (_healthbooker_scheduler_v1_VisitStatus);
  'startAt'?: (string);
  'endAt'?: (string);
  'providerId'?: (string);
  'providerName'?: (string);
  'specialtyName'?: (string);
  'visitTypeName'?: (string);
  'locationId'?: (string);
  'locationName'?: (string);
  'timeZone'?: (string);
  'patientId'?: (string);
  'awaitsAnswer'?: (boolean);
  'needsNewTime'?: (boolean);
}

export interface TimelineAppointment__Output {
  'appointmentId': (string);
  'version': (number);
  'status': (_healthbooker_scheduler_v1_VisitStatus__Output);
  'startAt': (string);
  'endAt': (string);
  'providerId': (string);
  'providerName': (string);
  'specialtyName': (string);
  'visitTypeName': (string);
  'locationId': (string);
  'locationName': (string);
  'timeZone': (string);
  'patientId': (string);
  'awaitsAnswer': (boolean);
  'needsNewTime': (boolean);
}
