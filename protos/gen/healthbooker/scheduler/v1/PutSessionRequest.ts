// Original file: healthbooker/scheduler/v1/availability.proto

import type { Session as _healthbooker_scheduler_v1_Session, Session__Output as _healthbooker_scheduler_v1_Session__Output } from '../../../healthbooker/scheduler/v1/Session.ts';
import type { AppliedMove as _healthbooker_scheduler_v1_AppliedMove, AppliedMove__Output as _healthbooker_scheduler_v1_AppliedMove__Output } from '../../../healthbooker/scheduler/v1/AppliedMove.ts';

export interface PutSessionRequest {
  'session'?: (_healthbooker_scheduler_v1_Session | null);
  'expectedVersion'?: (number);
  'dryRun'?: (boolean);
  'moves'?: (_healthbooker_scheduler_v1_AppliedMove)[];
  'onlyIfUnchanged'?: (boolean);
  'disruptionId'?: (string);
}

export interface PutSessionRequest__Output {
  'session': (_healthbooker_scheduler_v1_Session__Output | null);
  'expectedVersion': (number);
  'dryRun': (boolean);
  'moves': (_healthbooker_scheduler_v1_AppliedMove__Output)[];
  'onlyIfUnchanged': (boolean);
  'disruptionId': (string);
}
