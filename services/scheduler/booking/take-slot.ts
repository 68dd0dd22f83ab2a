import { loadSql, query, statement, type Transaction } from '@healthbooker/runtime/postgres';
import type { Urgency } from '../engine/urgency.ts';
import type { ReservationRow } from '../history/reservation.ts';
import type { Wanting } from './booking.ts';
import { lockBookingFacts } from './lock-booking-facts.ts';
import { mergeSlots } from './longer.ts';
import { nothingAgreed } from './out-of-reach.ts';
import { planBooking } from './plan-booking.ts';
import { refuseOtherKind, refuseSameTime, slotTaken } from './refuse.ts';
import type { NextVersion } from './write-version.ts';

const sql = {
  endHold: loadSql(import.meta.url, './end-hold.sql'),
  bookSlot: loadSql(import.meta.url, './book-slot.sql'),
  /** The known urgency of a visit, not only what the patient claimed. */
  opens: statement(
    'urgency-that-opens',
    `select coalesce(details ->> 'opens', details ->> 'urgency') as urgency from reservation where appointment_id = $1`,
  ),
};

export type SlotWish = Pick<Wanting, 'isStaff' | 'agreed'> & {
  slotId: string;
  now: Date;
  /** The visit being moved: its slot is locked as well, it does not count as an overlap, and its kind stays. */
  moving: ReservationRow;
  /** The field in which the caller named the slot. */
  field?: string;
};

/**
 * Takes a slot for a visit that moves there, and plans the version that gives the old slot back. Runs within the
 * writer's transaction; the patient is locked. In a class it may take another seat than the one named. Errors are those
 * of {@link planBooking}; invalid for a slot of another kind of visit, which may be too short and is not what was
 * booked.
 */
export async function takeSlot(
  tx: Transaction,
  { slotId, isStaff, agreed = nothingAgreed, now, moving, field = 'slotId' }: SlotWish,
): Promise<NextVersion> {
  const urgency = await urgencyThatOpens(tx, moving);
  const { appointment_id: appointmentId, patient_id: patientId, needs } = moving;
  const wanting: Wanting = {
    appointmentId,
    patientId,
    slotId,
    urgency,
    needs,
    referralId: null,
    isStaff,
    agreed,
  };
  const facts = await lockBookingFacts(tx, [wanting], now, [moving.slot_id]);
  refuseOtherKind(facts.slots.get(slotId), moving, field);
  refuseSameTime(facts.slots.get(slotId), facts.slots.get(moving.slot_id), field);
  const busy = facts.busy.get(patientId) ?? [];
  facts.busy.set(
    patientId,
    busy.filter((time) => time.appointmentId !== appointmentId),
  );
  const { slot, nextId, holdId, ruleVersion, seen } = planBooking(wanting, slotId, facts, {
    field,
    beside: facts.slots.get(moving.slot_id),
  });
  if (nextId !== null) await mergeSlots(tx, new Map([[slot.id, nextId]]));
  const booked = await query(tx, sql.bookSlot, [slot.id, slot.state]);
  if (booked.length !== 1) throw slotTaken(slot.id);
  if (holdId !== null) await query(tx, sql.endHold, [holdId, 'used']);
  const moved = { ...seen, from: moving.slot_id };
  return {
    change: 'moved',
    status: 'booked',
    slotId: slot.id,
    freedSlotId: moving.slot_id,
    ruleVersion,
    seen: moved,
  };
}

/** What the visit may have of what is kept for more urgent needs: as much as when it was booked, whoever moves it. */
async function urgencyThatOpens(tx: Transaction, { appointment_id }: ReservationRow): Promise<Urgency> {
  const [row] = await query<{ urgency: Urgency }>(tx, sql.opens, [appointment_id]);
  if (row === undefined) throw new Error('a reservation that moves is not there');
  return row.urgency;
}
