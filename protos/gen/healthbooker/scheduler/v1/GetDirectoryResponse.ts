// Original file: healthbooker/scheduler/v1/scheduler.proto

import type { Specialty as _healthbooker_scheduler_v1_Specialty, Specialty__Output as _healthbooker_scheduler_v1_Specialty__Output } from '../../../healthbooker/scheduler/v1/Specialty.ts';
import type { Location as _healthbooker_scheduler_v1_Location, Location__Output as _healthbooker_scheduler_v1_Location__Output } from '../../../healthbooker/scheduler/v1/Location.ts';
import type { VisitType as _healthbooker_scheduler_v1_VisitType, VisitType__Output as _healthbooker_scheduler_v1_VisitType__Output } from '../../../healthbooker/scheduler/v1/VisitType.ts';
import type { Provider as _healthbooker_scheduler_v1_Provider, Provider__Output as _healthbooker_scheduler_v1_Provider__Output } from '../../../healthbooker/scheduler/v1/Provider.ts';
import type { Region as _healthbooker_scheduler_v1_Region, Region__Output as _healthbooker_scheduler_v1_Region__Output } from '../../../healthbooker/scheduler/v1/Region.ts';

export interface GetDirectoryResponse {
  'specialties'?: (_healthbooker_scheduler_v1_Specialty)[];
  'locations'?: (_healthbooker_scheduler_v1_Location)[];
  'visitTypes'?: (_healthbooker_scheduler_v1_VisitType)[];
  'providers'?: (_healthbooker_scheduler_v1_Provider)[];
  'regions'?: (_healthbooker_scheduler_v1_Region)[];
  'lateCancellationHours'?: (number);
}

export interface GetDirectoryResponse__Output {
  'specialties': (_healthbooker_scheduler_v1_Specialty__Output)[];
  'locations': (_healthbooker_scheduler_v1_Location__Output)[];
  'visitTypes': (_healthbooker_scheduler_v1_VisitType__Output)[];
  'providers': (_healthbooker_scheduler_v1_Provider__Output)[];
  'regions': (_healthbooker_scheduler_v1_Region__Output)[];
  'lateCancellationHours': (number);
}
