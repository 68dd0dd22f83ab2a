// Original file: healthbooker/scheduler/v1/access.proto

import type { AccessRow as _healthbooker_scheduler_v1_AccessRow, AccessRow__Output as _healthbooker_scheduler_v1_AccessRow__Output } from '../../../healthbooker/scheduler/v1/AccessRow.ts';

export interface ListAccessResponse {
  'rows'?: (_healthbooker_scheduler_v1_AccessRow)[];
  'nextCursor'?: (string);
  'waitingSinceAt'?: (string);
}

export interface ListAccessResponse__Output {
  'rows': (_healthbooker_scheduler_v1_AccessRow__Output)[];
  'nextCursor': (string);
  'waitingSinceAt': (string);
}
