import type { SchedulerServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SchedulerService';
import type { CallContext } from '@healthbooker/runtime/context';
import { rfc3339 } from '@healthbooker/runtime/dates';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query, transaction } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { type SlotRow, slotColumns, toSlot } from '../calendar/slot.ts';
import { refuseOtherPatient } from '../care/access.ts';
import { HORIZON_DAYS } from '../directory/horizon.ts';
import type { Decision, NearMiss } from '../engine/request.ts';
import { drawnFor } from '../engine/tie-break.ts';
import { type Urgency, urgencyNames } from '../engine/urgency.ts';
import { EMERGENCY_ADVICE, why } from '../engine/why.ts';
import { lockPatients } from '../locks.ts';
import { id, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { findCandidates } from './find-candidates.ts';
import { giveBack, openHoldOf, refuseDisplacing } from './hold.ts';
import { holdBest } from './hold-best.ts';
import { need, recordNeed, triaged, wishesOf } from './need.ts';
import { reachOf } from './reach.ts';
import { referralNamed, wishOf } from './referral.ts';
import { withPlacesLeft } from './seats.ts';
import { refuseImpossibleDates } from './wished-dates.ts';

const selectSlots = loadSql(import.meta.url, '../history/select-slots.sql', { slotColumns });
const visitTypeSql = loadSql(import.meta.url, './find-visit-type.sql');
const DAY_MS = 86_400_000;
/** How many other slots are shown, and how many near misses when nothing fits. */
const OTHERS = 40;
const NEAR_MISSES = 3;

const schema = z.object({ patientId: id, need });

/**
 * Finds the best slot for a need and holds it: the patient's earlier hold is given back first. The slots that it chose
 * among and the reason are kept with the hold; they become part of the decision when the slot is booked.
 */
export function propose(parts: Parts): RpcOf<SchedulerServiceDefinition, 'Propose'> {
  return {
    callers: ['Patients', 'Receptionists', 'Providers'],
    async handle(message, context) {
      const { patientId, need } = parse(schema, message);
      await refuseOtherPatient(parts.pool, context, patientId, 'symptoms', parts.clock(), need.referralId);
      const referral = await referralNamed(parts.pool, need, patientId);
      const urgency = triaged(need, referral);
      await recordNeed(parts, context, patientId, need);
      if (urgency === 'emergency') return { urgency: urgencyNames.emergency, why: EMERGENCY_ADVICE };
      const [visitType] = await query(parts.pool, visitTypeSql, [need.visitTypeId, need.specialtyId]);
      if (visitType === undefined) {
        throw new ServiceError('invalid', 'Some fields are not right.', {
          fields: [{ field: 'need.visitTypeId', message: 'is no visit type of this specialty' }],
        });
      }
      await refuseImpossibleDates(parts.pool, need, parts.clock());
      const isLonger = need.accessNeeds.length > 0;
      const reach = await reachOf(parts.pool, { ...need, patientId });
      const wish = { ...wishOf({ ...wishesOf(need), ...reach, urgency, isLonger }, referral), patientId };
      await giveBackEarlierHold(parts, patientId, context);

      const now = parts.clock();
      const until = new Date(now.getTime() + (HORIZON_DAYS + 1) * DAY_MS);
      const hash = (slotId: string) => parts.tieBreak(slotId, drawnFor(patientId, need.specialtyId));
      const { request, ...found } = await findCandidates(parts.pool, wish, now, until, hash);
      const whose = { patientId, referralId: need.referralId, needs: need.accessNeeds };
      const { decision, proposal, hold, expiresAt } = await holdBest(parts, whose, request, found, {
        now,
        context,
      });

      const slots = await slotsById(parts, decision, { urgency, now });
      const chosen = slots.get(decision.chosen ?? '');
      return {
        urgency: urgencyNames[urgency],
        targetDate: request.targetDate,
        offer:
          chosen && hold
            ? { id: hold.id, slot: toSlot(chosen.id, chosen), expiresAt: rfc3339(expiresAt), canExtend: true }
            : null,
        why: why(proposal),
        others: inOrderOfTime(slots, othersOf(decision)),
        outsidePreferences: inOrderOfTime(
          slots,
          nearMissesOf(decision).map(({ slotId }) => slotId),
        ),
        differences: nearMissesOf(decision).map(({ slotId, wishes }) => ({ slotId, wishes })),
        regionIds: [...request.regionIds],
      };
    },
  };
}

async function giveBackEarlierHold(parts: Parts, patientId: string, context: CallContext): Promise<void> {
  const { deadline } = context;
  const freed = await transaction(
    parts.pool,
    async (tx) => {
      await lockPatients(tx, [patientId]);
      const earlier = await openHoldOf(tx, patientId);
      refuseDisplacing(context, earlier);
      return earlier === undefined ? undefined : giveBack(tx, earlier);
    },
    { deadline, attempts: 3 },
  );
  // Settled at once, so that this proposal can find the slot again.
  if (freed !== undefined) await parts.settler.settleAtOnce(freed, deadline);
}

function othersOf({ ranked, chosen }: Decision): string[] {
  return ranked.filter((slotId) => slotId !== chosen).slice(0, OTHERS);
}

function nearMissesOf({ nearMisses, chosen }: Decision): NearMiss[] {
  return chosen === null ? nearMisses.slice(0, NEAR_MISSES) : [];
}

/** The slots that the reply shows. */
async function slotsById(
  { pool }: Parts,
  decision: Decision,
  who: { urgency: Urgency; now: Date },
): Promise<Map<string, SlotRow & { places_left: number }>> {
  const ids = [
    ...othersOf(decision),
    ...nearMissesOf(decision).map(({ slotId }) => slotId),
    ...(decision.chosen ? [decision.chosen] : []),
  ];
  const rows = await withPlacesLeft(pool, await query<SlotRow>(pool, selectSlots, [ids]), who);
  return new Map(rows.map((row) => [row.id, row]));
}

function inOrderOfTime(slots: Map<string, SlotRow>, ids: readonly string[]) {
  return ids
    .flatMap((slotId) => slots.get(slotId) ?? [])
    .sort((a, b) => a.start_at.getTime() - b.start_at.getTime())
    .map((row) => toSlot(row.id, row));
}
