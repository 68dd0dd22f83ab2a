// Original file: healthbooker/scheduler/v1/availability.proto

import type { AppliedMove as _healthbooker_scheduler_v1_AppliedMove, AppliedMove__Output as _healthbooker_scheduler_v1_AppliedMove__Output } from '../../../healthbooker/scheduler/v1/AppliedMove.ts';

export interface EndSessionRequest {
  'sessionId'?: (string);
  'expectedVersion'?: (number);
  'lastDate'?: (string);
  'dryRun'?: (boolean);
  'moves'?: (_healthbooker_scheduler_v1_AppliedMove)[];
  'onlyIfUnchanged'?: (boolean);
  'disruptionId'?: (string);
}

export interface EndSessionRequest__Output {
  'sessionId': (string);
  'expectedVersion': (number);
  'lastDate': (string);
  'dryRun': (boolean);
  'moves': (_healthbooker_scheduler_v1_AppliedMove__Output)[];
  'onlyIfUnchanged': (boolean);
  'disruptionId': (string);
}
