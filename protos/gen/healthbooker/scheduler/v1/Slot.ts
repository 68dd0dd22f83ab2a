// Original file: healthbooker/scheduler/v1/scheduler.proto

import type { VisitMode as _healthbooker_scheduler_v1_VisitMode, VisitMode__Output as _healthbooker_scheduler_v1_VisitMode__Output } from '../../../healthbooker/scheduler/v1/VisitMode.ts';

export interface Slot {
  'id'?: (string);
  'providerId'?: (string);
  'providerName'?: (string);
  'specialtyId'?: (string);
  'visitTypeId'?: (string);
  'locationId'?: (string);
  'timeZone'?: (string);
  'startAt'?: (string);
  'endAt'?: (string);
  'mode'?: (_healthbooker_scheduler_v1_VisitMode);
  'placesLeft'?: (number);
}

export interface Slot__Output {
  'id': (string);
  'providerId': (string);
  'providerName': (string);
  'specialtyId': (string);
  'visitTypeId': (string);
  'locationId': (string);
  'timeZone': (string);
  'startAt': (string);
  'endAt': (string);
  'mode': (_healthbooker_scheduler_v1_VisitMode__Output);
  'placesLeft': (number);
}
