// Original file: healthbooker/scheduler/v1/availability.proto

import type { VisitMode as _healthbooker_scheduler_v1_VisitMode, VisitMode__Output as _healthbooker_scheduler_v1_VisitMode__Output } from '../../../healthbooker/scheduler/v1/VisitMode.ts';
import type { Urgency as _healthbooker_scheduler_v1_Urgency, Urgency__Output as _healthbooker_scheduler_v1_Urgency__Output } from '../../../healthbooker/scheduler/v1/Urgency.ts';

export interface Session {
  'id'?: (string);
  'version'?: (number);
  'providerId'?: (string);
  'locationId'?: (string);
  'visitTypeId'?: (string);
  'mode'?: (_healthbooker_scheduler_v1_VisitMode);
  'weekday'?: (number);
  'starts'?: (string);
  'ends'?: (string);
  'seats'?: (number);
  'firstDate'?: (string);
  'lastDate'?: (string);
  'reservedFor'?: (_healthbooker_scheduler_v1_Urgency);
  'reservedPercent'?: (number);
  'releaseBeforeMinutes'?: (number);
  'timeZone'?: (string);
  'specialtyId'?: (string);
  'providerName'?: (string);
  'locationName'?: (string);
  'visitTypeName'?: (string);
  'lengthMinutes'?: (number);
}

export interface Session__Output {
  'id': (string);
  'version': (number);
  'providerId': (string);
  'locationId': (string);
  'visitTypeId': (string);
  'mode': (_healthbooker_scheduler_v1_VisitMode__Output);
  'weekday': (number);
  'starts': (string);
  'ends': (string);
  'seats': (number);
  'firstDate': (string);
  'lastDate': (string);
  'reservedFor': (_healthbooker_scheduler_v1_Urgency__Output);
  'reservedPercent': (number);
  'releaseBeforeMinutes': (number);
  'timeZone': (string);
  'specialtyId': (string);
  'providerName': (string);
  'locationName': (string);
  'visitTypeName': (string);
  'lengthMinutes': (number);
}
