// Original file: healthbooker/scheduler/v1/scheduler.proto

import type { Urgency as _healthbooker_scheduler_v1_Urgency, Urgency__Output as _healthbooker_scheduler_v1_Urgency__Output } from '../../../healthbooker/scheduler/v1/Urgency.ts';

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
}
