import type { DecisionServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/DecisionService';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { recordAccess } from '../care/access-log/record.ts';
import { parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { patientOf } from './decision-row.ts';
import { findDecision, whichDecision } from './find-decision.ts';
import { replay } from './replay.ts';
import { sentenceFor } from './sentence.ts';
import { candidatesOf, toCandidates } from './to-contract.ts';

/** Decides again on what was stored with a decision, and says whether the answer is the same. */
export function replayDecision({ pool, clock }: Parts): RpcOf<DecisionServiceDefinition, 'ReplayDecision'> {
  return {
    callers: ['Admins'],
    async handle(request, context) {
      const row = await findDecision(pool, parse(whichDecision, request));
      const access = { action: 'read', what: 'decision', why: 'office' } as const;
      const patientId = patientOf(row);
      await recordAccess(pool, context, patientId === undefined ? [] : [patientId], access, clock());
      const replayed = replay(row);
      const candidates = await toCandidates(pool, candidatesOf(row, true));
      switch (replayed.result) {
        case 'not-replayable':
          return { result: 'REPLAY_RESULT_NOT_REPLAYABLE', sentence: sentenceFor(row), candidates };
        case 'same': {
          const { stored, recomputed } = replayed;
          return { result: 'REPLAY_RESULT_SAME', sentence: sentenceFor(row), stored, recomputed, candidates };
        }
        case 'differs': {
          const { stored, recomputed } = replayed;
          const sentence =
            'Another answer: deciding again on what was stored does not give what was decided.';
          return { result: 'REPLAY_RESULT_DIFFERS', sentence, stored, recomputed, candidates };
        }
      }
    },
  };
}
