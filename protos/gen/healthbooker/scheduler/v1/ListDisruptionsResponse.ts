// Original file: healthbooker/scheduler/v1/leave.proto

import type { Disruption as _healthbooker_scheduler_v1_Disruption, Disruption__Output as _healthbooker_scheduler_v1_Disruption__Output } from '../../../healthbooker/scheduler/v1/Disruption.ts';

export interface ListDisruptionsResponse {
  'disruptions'?: (_healthbooker_scheduler_v1_Disruption)[];
  'nextPageToken'?: (string);
}

export interface ListDisruptionsResponse__Output {
  'disruptions': (_healthbooker_scheduler_v1_Disruption__Output)[];
  'nextPageToken': (string);
}
