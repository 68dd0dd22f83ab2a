// Original file: healthbooker/scheduler/v1/leave.proto

import type { DisruptionKind as _healthbooker_scheduler_v1_DisruptionKind, DisruptionKind__Output as _healthbooker_scheduler_v1_DisruptionKind__Output } from '../../../healthbooker/scheduler/v1/DisruptionKind.ts';

export interface Disruption {
  'id'?: (string);
  'kind'?: (_healthbooker_scheduler_v1_DisruptionKind);
  'providerId'?: (string);
  'providerName'?: (string);
  'locationId'?: (string);
  'locationName'?: (string);
  'firstDate'?: (string);
  'lastDate'?: (string);
  'note'?: (string);
  'createdAt'?: (string);
  'awaitingAnswer'?: (number);
  'kept'?: (number);
  'refused'?: (number);
  'unplaced'?: (number);
  'settled'?: (number);
}

export interface Disruption__Output {
  'id': (string);
  'kind': (_healthbooker_scheduler_v1_DisruptionKind__Output);
  'providerId': (string);
  'providerName': (string);
  'locationId': (string);
  'locationName': (string);
  'firstDate': (string);
  'lastDate': (string);
  'note': (string);
  'createdAt': (string);
  'awaitingAnswer': (number);
  'kept': (number);
  'refused': (number);
  'unplaced': (number);
  'settled': (number);
}
