import { loadSql, query, type Transaction } from '@healthbooker/runtime/postgres';
import type { Seen } from '../allocate/record.ts';
import type { LockedSlot, Wanting } from './booking.ts';
import { mergeSlots } from './longer.ts';
import { planBooking } from './plan-booking.ts';
import { refuseOtherKind, slotTaken } from './refuse.ts';
import type { ReservationRow } from './rows.ts';
import { see } from './see.ts';

const sql = {
  endHold: loadSql(import.meta.url, '../sql/end-hold.sql'),
  bookSlot: loadSql(import.meta.url, '../sql/book-slot.sql'),
};

export type SlotWish = Wanting & {
  slotId: string;
  now: Date;
  /** The visit being moved: its slot is locked as well, it does not count as an overlap, and its kind stays. */
  moving: Pick<ReservationRow, 'slot_id' | 'specialty_id' | 'visit_type_id' | 'mode'>;
  /** What the caller calls the slot. */
  field?: string;
};

export type TakenSlot = { slot: LockedSlot; ruleVersion: number; seen: Seen };

/**
 * Takes a slot for a visit that moves there, within the writer's transaction; the patient is locked. Errors are those of
 * {@link planBooking}; invalid for a slot of another kind of visit, since it may be too short, and is not what was asked for.
 */
export async function takeSlot(tx: Transaction, wish: SlotWish): Promise<TakenSlot> {
  const { slotId, patientId, appointmentId, moving, field = 'slotId' } = wish;
  const sight = await see(tx, [wish], wish.now, [moving.slot_id]);
  refuseOtherKind(sight.slots.get(slotId), moving, field);
  const busy = sight.busy.get(patientId) ?? [];
  sight.busy.set(
    patientId,
    busy.filter((time) => time.appointmentId !== appointmentId),
  );
  const state = sight.slots.get(slotId)?.state;
  const { slot, nextId, holdId, ruleVersion, seen } = planBooking(wish, slotId, sight);
  if (nextId !== null) await mergeSlots(tx, new Map([[slotId, nextId]]));
  const booked = await query(tx, sql.bookSlot, [slotId, state]);
  if (booked.length !== 1) throw slotTaken(slotId);
  if (holdId !== null) await query(tx, sql.endHold, [holdId, 'used']);
  return { slot, ruleVersion, seen };
}
