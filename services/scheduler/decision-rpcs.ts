import type { DecisionServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/DecisionService';
import { type ServedService, serve } from '@healthbooker/runtime/grpc-server';
import type { Parts } from './parts.ts';
import { getDecision } from './rpc/get-decision.ts';
import { listDecisions } from './rpc/list-decisions.ts';
import { replayDecision } from './rpc/replay-decision.ts';

/** Why things were decided as they were. */
export function decisionService(parts: Parts): ServedService {
  return serve<DecisionServiceDefinition>('healthbooker.scheduler.v1.DecisionService', {
    GetDecision: getDecision(parts),
    ListDecisions: listDecisions(parts),
    ReplayDecision: replayDecision(parts),
  });
}
