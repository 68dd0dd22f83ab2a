import type { Decision } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Decision';
import type { DecisionCandidate } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/DecisionCandidate';
import type { DecisionSummary } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/DecisionSummary';
import type { Slot } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Slot';
import { rfc3339 } from '@healthbooker/runtime/dates';
import { loadSql, type Pool, query, type Statement, statement } from '@healthbooker/runtime/postgres';
import { type SlotRow, slotColumns, toldSlotColumns, toSlot } from '../calendar/slot.ts';
import { toCurrent } from '../engine/stored.ts';
import { urgencyNames } from '../engine/urgency.ts';
import { type Candidate, entryCandidates, slotCandidates } from './candidates.ts';
import { type DecisionRow, proposalOf } from './decision-row.ts';
import { rejectionInWords } from './reason-words.ts';
import { sentenceFor } from './sentence.ts';

const sql = {
  slots: loadSql(import.meta.url, './select-slots.sql', { slotColumns }),
  pastSlots: statement(
    'select-past-slots',
    `select ${toldSlotColumns}
from slot_past s
join provider p on p.id = s.provider_id
join location l on l.id = s.location_id
where s.id = any ($1::uuid[])`,
  ),
};
const STATES = {
  chosen: 'CANDIDATE_STATE_CHOSEN',
  fitted: 'CANDIDATE_STATE_FITTED',
  rejected: 'CANDIDATE_STATE_REJECTED',
} as const;

export function toSummary(row: DecisionRow): DecisionSummary {
  const { appointment_id, version, rule_version, inputs, outcome, decided_at } = row;
  return {
    appointmentId: appointment_id,
    version,
    kind: outcome.change,
    decidedAt: rfc3339(decided_at),
    ruleVersion: rule_version,
    askedBy: inputs.askedBy ?? (inputs.actor === outcome.reservation?.patientId ? 'patient' : 'staff'),
    slot: outcome.reservation?.slot ?? outcome.entry?.offer?.slot ?? null,
    sentence: sentenceFor(row),
  };
}

/** A decision with the slots or entries that were compared, and the names of the slots. */
export async function toDecision(pool: Pool, row: DecisionRow): Promise<Decision> {
  const { seen } = row.inputs;
  const stored = proposalOf(row);
  const proposal = stored && toCurrent(stored);
  const counts = seen.rule === 'rank' ? seen.seen : proposal?.seen;
  return {
    summary: toSummary(row),
    urgency: proposal === null ? 'URGENCY_UNSPECIFIED' : urgencyNames[proposal.request.urgency],
    targetDate: proposal?.request.targetDate ?? '',
    candidates: await toCandidates(pool, candidatesOf(row)),
    seen: counts?.total ?? 0,
    fitting: counts?.fitting ?? 0,
    rejected: Object.entries(counts?.rejected ?? {}).map(([reason, count]) => ({
      reason,
      explanation: rejectionInWords(reason),
      count,
    })),
  };
}

/**
 * What was compared, with the result for each: for an offer the entries, else the slots. `isAgain` marks the choice of
 * a new decision instead of the stored one.
 */
export function candidatesOf(row: DecisionRow, isAgain = false): Candidate[] {
  const { seen } = row.inputs;
  if (seen.rule === 'rank') {
    const candidates = entryCandidates(seen, seen.chosen);
    const first = candidates.find(({ state }) => state !== 'rejected');
    return isAgain ? entryCandidates(seen, first?.entryId ?? null) : candidates;
  }
  const stored = proposalOf(row);
  if (stored === null) return [];
  const proposal = toCurrent(stored);
  const candidates = slotCandidates(proposal, proposal.chosen);
  return isAgain
    ? slotCandidates(proposal, candidates.find(({ rank }) => rank === 1)?.slotId ?? null)
    : candidates;
}

/** Candidates with the names of their slots; one whose slot is gone keeps its place without. */
export async function toCandidates(
  pool: Pool,
  candidates: readonly Candidate[],
): Promise<DecisionCandidate[]> {
  const ids = candidates.flatMap(({ slotId }) => slotId ?? []);
  const slots = new Map<string, Slot>();
  const find = async (statement: Statement) => {
    const missing = ids.filter((id) => !slots.has(id));
    if (missing.length === 0) return;
    for (const row of await query<SlotRow>(pool, statement, [missing]))
      slots.set(row.id, toSlot(row.id, row));
  };
  await find(sql.slots);
  await find(sql.pastSlots);
  return candidates.map(({ state, rank, reason, explanation, slotId, entryId, providerLoad }) => ({
    state: STATES[state],
    rank,
    reason,
    explanation,
    providerLoad,
    slot: slots.get(slotId ?? '') ?? null,
    entryId: entryId ?? '',
  }));
}
