import { z } from 'zod';
import type { Decision__Output } from '../gen/healthbooker/scheduler/v1/Decision.ts';
import type { DecisionCandidate__Output } from '../gen/healthbooker/scheduler/v1/DecisionCandidate.ts';
import type { DecisionSummary__Output } from '../gen/healthbooker/scheduler/v1/DecisionSummary.ts';
import type { ReplayDecisionResponse__Output } from '../gen/healthbooker/scheduler/v1/ReplayDecisionResponse.ts';
import { Instant, Slot, slotJson, urgencies } from './slot.ts';
import { enumWords, present, wordOrNull } from './words.ts';

const candidateStates = enumWords({
  CANDIDATE_STATE_CHOSEN: 'chosen',
  CANDIDATE_STATE_FITTED: 'fitted',
  CANDIDATE_STATE_REJECTED: 'rejected',
});

const replayResults = enumWords({
  REPLAY_RESULT_SAME: 'same',
  REPLAY_RESULT_DIFFERS: 'differs',
  REPLAY_RESULT_NOT_REPLAYABLE: 'not-replayable',
});

export const DecisionSummary = z
  .strictObject({
    appointmentId: z.string(),
    version: z.int(),
    kind: z.string().describe('What happened: booked, moved, cancelled, offered, …'),
    decidedAt: Instant,
    ruleVersion: z.int(),
    askedBy: z.string().describe('patient, staff or service'),
    slot: Slot.nullable().describe('The visit it led to'),
    sentence: z.string(),
  })
  .meta({ id: 'DecisionSummary' });

export const DecisionCandidate = z
  .strictObject({
    state: candidateStates.schema,
    rank: z.int().describe('1 is the best; 0 for what was rejected'),
    reason: z.string().describe('A word; empty for the chosen one'),
    explanation: z.string(),
    slot: Slot.nullable(),
    entryId: z.string().nullable().describe('The waiting entry, where entries were looked at'),
    providerLoad: z.int().describe('Visits the provider had in the same week'),
  })
  .meta({ id: 'DecisionCandidate' });

export const Decision = z
  .strictObject({
    summary: DecisionSummary,
    urgency: urgencies.schema.nullable(),
    targetDate: z.string().describe('Empty where there is none'),
    candidates: z.array(DecisionCandidate).describe('At most 20, best first, then rejected ones'),
    seen: z.int().describe('How many were looked at'),
    fitting: z.int(),
    rejected: z.array(z.strictObject({ reason: z.string(), explanation: z.string(), count: z.int() })),
  })
  .meta({ id: 'Decision' });

export const Replay = z
  .strictObject({
    result: replayResults.schema,
    sentence: z.string(),
    stored: z.string(),
    recomputed: z.string(),
    candidates: z.array(DecisionCandidate).describe('As they fare when decided again'),
  })
  .meta({ id: 'Replay' });

export function decisionSummaryJson(summary: DecisionSummary__Output): z.input<typeof DecisionSummary> {
  const { appointmentId, version, kind, decidedAt, ruleVersion, askedBy, slot, sentence } = summary;
  return {
    appointmentId,
    version,
    kind,
    decidedAt,
    ruleVersion,
    askedBy,
    sentence,
    slot: slot && slotJson(slot),
  };
}

export function decisionJson(decision: Decision__Output): z.input<typeof Decision> {
  const { summary, urgency, targetDate, candidates, seen, fitting, rejected } = decision;
  return {
    summary: decisionSummaryJson(present(summary, 'decision.summary')),
    urgency: wordOrNull(urgencies, urgency),
    targetDate,
    seen,
    fitting,
    candidates: candidates.map(candidateJson),
    rejected: rejected.map(({ reason, explanation, count }) => ({ reason, explanation, count })),
  };
}

export function replayJson(replay: ReplayDecisionResponse__Output): z.input<typeof Replay> {
  const { result, sentence, stored, recomputed, candidates } = replay;
  return {
    result: replayResults.toWord(result),
    sentence,
    stored,
    recomputed,
    candidates: candidates.map(candidateJson),
  };
}

function candidateJson(candidate: DecisionCandidate__Output): z.input<typeof DecisionCandidate> {
  const { state, rank, reason, explanation, slot, entryId, providerLoad } = candidate;
  return {
    state: candidateStates.toWord(state),
    rank,
    reason,
    explanation,
    providerLoad,
    slot: slot && slotJson(slot),
    entryId: entryId || null,
  };
}
