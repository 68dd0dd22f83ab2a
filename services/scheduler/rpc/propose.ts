import type { SchedulerServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SchedulerService';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query, transaction } from '@healthbooker/runtime/postgres';
import { refuseOtherPatient } from '../access.ts';
import {
  type AllocationRequest,
  type Decision,
  decide,
  RULE_VERSION,
  type SlotSeen,
} from '../allocate/decide.ts';
import { look, type Wish } from '../allocate/look.ts';
import { toProposal } from '../allocate/record.ts';
import { TARGET_DAYS, triage, urgencyNames } from '../allocate/urgency.ts';
import { EMERGENCY_ADVICE, why } from '../allocate/why.ts';
import { addDays, localDate } from '../availability/local-time.ts';
import { HORIZON_DAYS } from '../availability/materialise.ts';
import { claimBest, giveBack, lockPatient, openHoldOf, recordHold } from '../booking/hold.ts';
import { rfc3339, type SlotRow, toSlot } from '../booking/rows.ts';
import { settle } from '../booking/settle.ts';
import { parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { proposeSchema } from './propose-request.ts';

const selectSlots = loadSql(import.meta.url, '../sql/select-slots.sql');
const visitTypeSql = loadSql(import.meta.url, '../sql/find-visit-type.sql');
const DAY_MS = 86_400_000;
/** How many other slots are shown, and how many near misses when nothing fits. */
const OTHERS = 40;
const NEAR_MISSES = 3;
/** Slots tried in one go, best first, while others take them as well. */
const AT_ONCE = 50;

/**
 * Finds the best slot for a need and holds it: the patient's earlier hold is given back first. What was looked at
 * and why this slot was chosen is kept with the hold and passes into the decision when the slot is booked.
 */
export function propose(parts: Parts): RpcOf<SchedulerServiceDefinition, 'Propose'> {
  return {
    callers: ['Patients', 'Receptionists', 'Providers'],
    async handle(message, context) {
      const { patientId, need } = parse(proposeSchema, message);
      refuseOtherPatient(context, patientId);
      const urgency = triage(need.symptoms);
      if (urgency === 'emergency') return { urgency: urgencyNames.emergency, why: EMERGENCY_ADVICE };
      const [visitType] = await query(parts.pool, visitTypeSql, [need.visitTypeId, need.specialtyId]);
      if (visitType === undefined) {
        throw new ServiceError('invalid', 'Some fields are not right.', {
          fields: [{ field: 'need.visitTypeId', message: 'is no visit type of this specialty' }],
        });
      }
      const { symptoms: _, ...wishes } = need;
      const wish: Wish = { ...wishes, patientId, urgency };
      await giveBackEarlierHold(parts, patientId);

      const now = parts.clock();
      const until = new Date(now.getTime() + (HORIZON_DAYS + 1) * DAY_MS);
      const hash = (slotId: string) =>
        parts.tieBreak(slotId, `${patientId} ${need.specialtyId} ${now.toISOString()}`);
      const { request, rows } = await look(parts.pool, wish, now, until, hash);
      const { decision, hold, expiresAt } = await holdBest(parts, patientId, request, rows, now);

      const shown = decision.ranked.filter((slotId) => slotId !== decision.chosen).slice(0, OTHERS);
      const near = decision.chosen === null ? decision.nearMisses.slice(0, NEAR_MISSES) : [];
      const slots = await slotsById(parts, [
        ...shown,
        ...near,
        ...(decision.chosen ? [decision.chosen] : []),
      ]);
      const chosen = decision.chosen === null ? undefined : slots.get(decision.chosen);
      const byTime = (ids: string[]) =>
        ids
          .flatMap((slotId) => slots.get(slotId) ?? [])
          .sort((a, b) => a.start_at.getTime() - b.start_at.getTime())
          .map((row) => toSlot(row.id, row));
      return {
        urgency: urgencyNames[urgency],
        targetDate: addDays(localDate(chosen?.time_zone ?? 'UTC', now.getTime()), TARGET_DAYS[urgency]),
        offer:
          chosen && hold
            ? { id: hold.id, slot: toSlot(chosen.id, chosen), expiresAt: rfc3339(expiresAt) }
            : null,
        why: why(
          urgency,
          decision,
          rows.find(({ slotId }) => slotId === decision.chosen),
        ),
        others: byTime(shown),
        outsidePreferences: byTime(near),
      };
    },
  };
}

async function giveBackEarlierHold({ pool, clock }: Parts, patientId: string): Promise<void> {
  const freed = await transaction(pool, async (tx) => {
    await lockPatient(tx, patientId);
    const earlier = await openHoldOf(tx, patientId);
    return earlier === undefined ? undefined : giveBack(tx, earlier);
  });
  // At once, so that the slot can be proposed again.
  if (freed !== undefined) await settle(pool, freed, clock());
}

type Held = { decision: Decision; hold: { id: string } | undefined; expiresAt: Date };

/** Decides and holds the best slot; those that somebody else took in between count as taken in the decision. */
async function holdBest(
  { pool, measures, holdMs }: Parts,
  patientId: string,
  request: AllocationRequest,
  rows: SlotSeen[],
  now: Date,
): Promise<Held> {
  const nowMs = now.getTime();
  const expiresAt = new Date(nowMs + holdMs);
  const decideNow = () => {
    const observe = measures.decideSeconds.startTimer();
    const decision = decide(RULE_VERSION, request, rows, nowMs);
    observe();
    return decision;
  };
  const markTaken = (slotIds: readonly string[]) => {
    for (const row of rows) if (slotIds.includes(row.slotId)) row.taken = true;
  };
  for (let decision = decideNow(); ; decision = decideNow()) {
    if (decision.chosen === null) return { decision, hold: undefined, expiresAt };
    const ranking = decision.ranked.slice(0, AT_ONCE);
    const held = await transaction(pool, async (tx): Promise<Held | undefined> => {
      await lockPatient(tx, patientId);
      const other = await openHoldOf(tx, patientId);
      if (other !== undefined) await giveBack(tx, other);
      const slotId = await claimBest(tx, ranking);
      if (slotId === undefined) return undefined;
      markTaken(ranking.slice(0, ranking.indexOf(slotId)));
      const final = slotId === ranking[0] ? decision : decideNow();
      const proposal = toProposal(request, rows, final, nowMs);
      const hold = await recordHold(tx, { slotId, patientId, urgency: request.urgency, proposal, expiresAt });
      return { decision: final, hold, expiresAt };
    });
    if (held !== undefined) return held;
    markTaken(ranking);
  }
}

async function slotsById({ pool }: Parts, ids: string[]): Promise<Map<string, SlotRow>> {
  const rows = await query<SlotRow>(pool, selectSlots, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
}
