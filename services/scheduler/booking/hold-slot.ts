import type { SchedulerServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SchedulerService';
import { type CallContext, personOf } from '@healthbooker/runtime/context';
import { rfc3339 } from '@healthbooker/runtime/dates';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query, type Transaction, transaction } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { type SlotRow, slotColumns, toSlot } from '../calendar/slot.ts';
import { isStaff, refuseOtherPatient } from '../care/access.ts';
import { lockPatients } from '../locks.ts';
import { id, optionalId, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { withAlternatives } from './alternatives.ts';
import type { HoldRow } from './booking.ts';
import { claimSlot, giveBack, openHoldOf, recordHold, refuseDisplacing } from './hold.ts';
import { lockBookingFacts } from './lock-booking-facts.ts';
import { mergeSlots } from './longer.ts';
import { accessNeeds, agreedIn, agreements } from './need.ts';
import { planBooking } from './plan-booking.ts';
import { slotTaken } from './refuse.ts';
import { seatsOf } from './seats.ts';

const selectSlot = loadSql(import.meta.url, './select-slot.sql', { slotColumns });
const schema = z.object({ patientId: id, slotId: id, accessNeeds, referralId: optionalId, ...agreements });

type Wanted = z.infer<typeof schema> & { context: CallContext; now: Date; expiresAt: Date };
type Kept = Pick<HoldRow, 'id' | 'expires_at' | 'is_extended'>;
type Held = { hold: Kept; slot: SlotRow; freed: string | undefined };

/**
 * Holds a free slot for a patient who is choosing. The slot that they held before is given back once they have the new
 * one. Within a specialty the new hold keeps the urgency that Propose found, with what it decided on, and the referral
 * unless another is named; access needs are always kept. A repeat for the same slot, or for another seat of the same
 * class, answers with the same hold. Staff cannot take away a patient's hold: 'conflict'.
 */
export function holdSlot(parts: Parts): RpcOf<SchedulerServiceDefinition, 'HoldSlot'> {
  const { pool, clock, holdMs, settler } = parts;
  return {
    callers: ['Patients', 'Receptionists', 'Providers'],
    async handle(request, context) {
      const asked = parse(schema, request);
      await refuseOtherPatient(pool, context, asked.patientId, 'visit', clock(), asked.referralId);
      const now = clock();
      const expiresAt = new Date(now.getTime() + holdMs);
      const wanted = { ...asked, context, now, expiresAt };
      const isLonger = asked.accessNeeds.length > 0;
      const { hold, slot, freed } = await withAlternatives(parts, { ...asked, isLonger }, () =>
        transaction(pool, (tx) => holdWanted(tx, wanted), { deadline: context.deadline, attempts: 3 }),
      );
      if (freed !== undefined) settler.settle(freed);
      const expires = rfc3339(hold.expires_at);
      return {
        hold: { id: hold.id, slot: toSlot(slot.id, slot), expiresAt: expires, canExtend: !hold.is_extended },
      };
    },
  };
}

async function holdWanted(tx: Transaction, wanted: Wanted): Promise<Held> {
  const { patientId, slotId, context, now, expiresAt } = wanted;
  await lockPatients(tx, [patientId]);
  const earlier = await openHoldOf(tx, patientId);
  refuseDisplacing(context, earlier);
  if (earlier !== undefined && (await seatsOf(tx, [earlier.slot_id])).includes(slotId)) {
    const [slot] = await query<SlotRow>(tx, selectSlot, [earlier.slot_id]);
    if (slot === undefined) throw new Error('a held slot is not there');
    return { hold: earlier, slot, freed: undefined };
  }
  const needs = wanted.accessNeeds.length > 0 ? wanted.accessNeeds : (earlier?.needs ?? []);
  const who = {
    appointmentId: '',
    patientId,
    slotId,
    needs,
    isStaff: isStaff(context),
    agreed: agreedIn(wanted),
  };
  const asked = { ...who, urgency: 'routine', referralId: wanted.referralId } as const;
  const facts = await lockBookingFacts(tx, [asked], now, earlier === undefined ? [] : [earlier.slot_id]);
  // How urgent something is in one specialty, and what it was ordered with, says nothing about another.
  const specialtyOf = (id: string | undefined) => facts.slots.get(id ?? '')?.specialty_id;
  const same = specialtyOf(earlier?.slot_id) === specialtyOf(slotId) ? earlier : undefined;
  const urgency = same?.urgency ?? asked.urgency;
  const referralId = wanted.referralId ?? same?.referral_id ?? null;
  const planned = planBooking({ ...who, urgency, referralId }, slotId, facts);
  const freed = earlier === undefined ? undefined : await giveBack(tx, earlier);
  const { slot, nextId } = planned;
  if (nextId !== null) await mergeSlots(tx, new Map([[slot.id, nextId]]));
  if (!(await claimSlot(tx, slot.id))) throw slotTaken(slot.id);
  const proposal = same?.proposal ?? null;
  const { id: holdId } = await recordHold(tx, {
    slotId: slot.id,
    patientId,
    urgency: planned.urgency ?? urgency,
    proposal,
    expiresAt,
    referralId,
    needs,
    heldBy: personOf(context).personId,
  });
  return { hold: { id: holdId, expires_at: expiresAt, is_extended: false }, slot, freed };
}
