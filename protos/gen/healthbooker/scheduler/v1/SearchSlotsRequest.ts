// Original file: healthbooker/scheduler/v1/scheduler.proto

import type { Urgency as _healthbooker_scheduler_v1_Urgency, Urgency__Output as _healthbooker_scheduler_v1_Urgency__Output } from '../../../healthbooker/scheduler/v1/Urgency.ts';
import type { VisitMode as _healthbooker_scheduler_v1_VisitMode, VisitMode__Output as _healthbooker_scheduler_v1_VisitMode__Output } from '../../../healthbooker/scheduler/v1/VisitMode.ts';

export interface SearchSlotsRequest {
  'specialtyId'?: (string);
  'visitTypeId'?: (string);
  'providerId'?: (string);
  'locationId'?: (string);
  'fromAt'?: (string);
  'toAt'?: (string);
  'pageSize'?: (number);
  'pageToken'?: (string);
  'urgency'?: (_healthbooker_scheduler_v1_Urgency);
  'mode'?: (_healthbooker_scheduler_v1_VisitMode);
  'patientId'?: (string);
  'regionIds'?: (string)[];
}

export interface SearchSlotsRequest__Output {
  'specialtyId': (string);
  'visitTypeId': (string);
  'providerId': (string);
  'locationId': (string);
  'fromAt': (string);
  'toAt': (string);
  'pageSize': (number);
  'pageToken': (string);
  'urgency': (_healthbooker_scheduler_v1_Urgency__Output);
  'mode': (_healthbooker_scheduler_v1_VisitMode__Output);
  'patientId': (string);
  'regionIds': (string)[];
}
