import type { SeriesOccurrence } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SeriesOccurrence';
import type { SeriesServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SeriesService';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { type SlotRow, slotColumns, toSlot } from '../../calendar/slot.ts';
import { isStaff, refuseOtherPatient } from '../../care/access.ts';
import { HORIZON_DAYS } from '../../directory/horizon.ts';
import { decide, RULE_VERSION } from '../../engine/decide.ts';
import { drawnFor } from '../../engine/tie-break.ts';
import { EMERGENCY_ADVICE } from '../../engine/why.ts';
import { id, optionalId, parse } from '../../parse.ts';
import type { Parts } from '../../parts.ts';
import { findCandidates, type Wish } from '../find-candidates.ts';
import { openHoldOf } from '../hold.ts';
import { need, recordNeed, triaged, wishesOf } from '../need.ts';
import { type Place, refuseBeyond } from '../out-of-reach.ts';
import { reachOf } from '../reach.ts';
import { referralNamed, wishOf } from '../referral.ts';
import { withPlacesLeft } from '../seats.ts';
import { refuseImpossibleDates } from '../wished-dates.ts';
import { checkTime, type Found, findAt, findNear, type Looking } from './find-times.ts';
import { localStarts } from './local-starts.ts';
import { noTimeInWords } from './series-words.ts';

const sql = {
  slot: loadSql(import.meta.url, '../select-slot.sql', { slotColumns }),
  busy: loadSql(import.meta.url, '../patient-busy.sql'),
};
const DAY_MS = 86_400_000;

const schema = z.object({
  patientId: id,
  need,
  firstSlotId: optionalId,
  everyWeeks: z.int().min(1).max(12),
  count: z.int().min(2).max(12),
});

/**
 * Searches all occurrences of a series at once. Each gets its slot, or the reason why there is none and an alternative.
 * The first visit may use a referral or the time that the patient holds. A patient's answers open nothing that is kept
 * for more urgent needs, as when a series is booked.
 *
 * Errors: invalid for signs of an emergency and for a first slot of another kind, or out of the patient's reach; those
 * of the referral.
 */
export function proposeSeries(parts: Parts): RpcOf<SeriesServiceDefinition, 'ProposeSeries'> {
  return {
    callers: ['Patients', 'Receptionists'],
    async handle(message, context) {
      const { patientId, need: wanted, firstSlotId, everyWeeks, count } = parse(schema, message);
      await refuseOtherPatient(parts.pool, context, patientId, 'symptoms', parts.clock(), wanted.referralId);
      const referral = await referralNamed(parts.pool, wanted, patientId);
      const answered = triaged(wanted, referral);
      await recordNeed(parts, context, patientId, wanted);
      if (answered === 'emergency') throw new ServiceError('invalid', EMERGENCY_ADVICE);
      await refuseImpossibleDates(parts.pool, wanted, parts.clock());
      const staff = isStaff(context);
      const urgency = referral === undefined && !staff ? 'routine' : answered;
      const now = parts.clock();
      const isLonger = wanted.accessNeeds.length > 0;
      const reach = await reachOf(parts.pool, { ...wanted, patientId });
      const wish = { ...wishOf({ ...wishesOf(wanted), ...reach, urgency, isLonger }, referral), patientId };
      const first = await firstSlot(parts, wish, firstSlotId, now);
      if (first === undefined) {
        return { occurrences: [], complete: false, why: 'No free time fits the first visit.' };
      }
      const starts = localStarts(first.local_start, first.start_at.getTime(), everyWeeks, count);
      const until = new Date((starts.at(-1)?.aboutMs ?? 0) + 8 * DAY_MS);
      const busy = await query<{ from_at: Date; to_at: Date }>(parts.pool, sql.busy, [patientId, now, until]);
      const looking: Looking = {
        urgency: staff ? urgency : 'routine',
        isStaff: staff,
        isLonger,
        now,
        hold: await openHoldOf(parts.pool, patientId),
        busy: busy.map(({ from_at, to_at }) => ({ from: from_at, to: to_at })),
      };
      const found: Found[] = [];
      // In a class another seat will do when this one is taken.
      const isToBeHad = first.state === 'free' || looking.hold?.slot_id === first.id;
      for (const start of starts) {
        found.push(
          start.place === 1 && isToBeHad
            ? await checkTime(parts.pool, start, first, { ...looking, urgency })
            : await findAt(parts.pool, start, first, start.place === 1 ? { ...looking, urgency } : looking),
        );
      }
      const occurrences = await withAlternatives(parts, found, first, looking);
      const missing = occurrences.filter(({ slot }) => !slot).length;
      return { occurrences, complete: missing === 0, why: why(count, missing) };
    },
  };
}

/** No two occurrences get the same alternative, nor one during another. */
async function withAlternatives(
  { pool }: Parts,
  found: readonly Found[],
  first: SlotRow,
  looking: Looking,
): Promise<SeriesOccurrence[]> {
  const busy = [...looking.busy, ...found.flatMap(({ slot }) => (slot === undefined ? [] : during(slot)))];
  const chosen: { each: Found; near: SlotRow | undefined }[] = [];
  for (const each of found) {
    const near =
      each.reason === null ? undefined : await findNear(pool, each.wanted, first, { ...looking, busy });
    if (near !== undefined) busy.push(...during(near));
    chosen.push({ each, near });
  }
  const slots = chosen.flatMap(({ each, near }) => [each.slot ?? [], near ?? []].flat());
  const left = new Map((await withPlacesLeft(pool, slots, looking)).map((slot) => [slot.id, slot]));
  return chosen.map(({ each, near }) =>
    toOccurrence(each.wanted, each.reason, left.get(each.slot?.id ?? ''), left.get(near?.id ?? '')),
  );
}

function during({ start_at, end_at }: SlotRow): { from: Date; to: Date }[] {
  return [{ from: start_at, to: end_at }];
}

async function firstSlot(
  { pool, tieBreak }: Parts,
  wish: Wish,
  firstSlotId: string | null,
  now: Date,
): Promise<SlotRow | undefined> {
  let slotId = firstSlotId;
  if (slotId === null) {
    const until = new Date(now.getTime() + (HORIZON_DAYS + 1) * DAY_MS);
    const hash = (each: string) => tieBreak(each, drawnFor(wish.patientId, wish.specialtyId));
    const { request, rows } = await findCandidates(pool, wish, now, until, hash);
    slotId = decide(RULE_VERSION, request, rows, now.getTime()).chosen;
    if (slotId === null) return undefined;
  }
  const [slot] = await query<SlotRow & Place>(pool, sql.slot, [slotId]);
  if (slot?.specialty_id === wish.specialtyId && slot.visit_type_id === wish.visitTypeId) {
    refuseBeyond(slot, 'firstSlotId', wish);
    return slot;
  }
  throw new ServiceError('invalid', 'Some fields are not right.', {
    fields: [{ field: 'firstSlotId', message: 'is no time of this kind of visit' }],
  });
}

type Start = SlotRow & { places_left: number };

function toOccurrence(
  wanted: Found['wanted'],
  reason: Found['reason'],
  slot: Start | undefined,
  near: Start | undefined,
): SeriesOccurrence {
  return {
    place: wanted.place,
    localStart: wanted.localStart,
    slot: slot === undefined ? null : toSlot(slot.id, slot),
    reason: reason ?? '',
    explanation: reason === null ? '' : noTimeInWords(reason),
    alternative: near === undefined ? null : toSlot(near.id, near),
  };
}

function why(count: number, missing: number): string {
  if (missing === 0) return `All ${count} visits have the same weekday and time.`;
  return `${count - missing} of ${count} visits have the same weekday and time; for the others see what would do instead.`;
}
