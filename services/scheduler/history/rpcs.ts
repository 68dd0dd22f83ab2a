import type { DecisionServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/DecisionService';
import { type ServedService, serve } from '@healthbooker/runtime/grpc-server';
import type { Parts } from '../parts.ts';
import { getDecision } from './get-decision.ts';
import { listDecisions } from './list-decisions.ts';
import { replayDecision } from './replay-decision.ts';

/** Why things were decided as they were. */
export function decisionService(parts: Parts): ServedService {
  return serve<DecisionServiceDefinition>('healthbooker.scheduler.v1.DecisionService', {
    GetDecision: getDecision(parts),
    ListDecisions: listDecisions(parts),
    ReplayDecision: replayDecision(parts),
  });
}
