import { ServiceError } from '@healthbooker/runtime/errors';
import { loadSql, query, type Transaction } from '@healthbooker/runtime/postgres';
import { RULE_VERSION } from '../allocate/decide.ts';
import type { Proposal } from '../allocate/record.ts';
import { maySee, type Urgency } from '../allocate/urgency.ts';
import type { SlotRow } from './rows.ts';

const sql = {
  lockSlots: loadSql(import.meta.url, '../sql/lock-slots.sql'),
  selectSlot: loadSql(import.meta.url, '../sql/select-slot.sql'),
  findOverlap: loadSql(import.meta.url, '../sql/find-overlap.sql'),
  findHold: loadSql(import.meta.url, '../sql/find-open-hold.sql'),
  endHold: loadSql(import.meta.url, '../sql/end-hold.sql'),
  bookSlot: loadSql(import.meta.url, '../sql/book-slot.sql'),
};

export type HoldRow = {
  id: string;
  slot_id: string;
  patient_id: string;
  urgency: Urgency;
  proposal: Proposal | null;
  expires_at: Date;
  is_extended: boolean;
};

export type SlotWish = {
  slotId: string;
  patientId: string;
  /** Used where no hold says more. */
  urgency: Urgency;
  /** Staff may book up to the start and beyond the horizon. */
  isStaff: boolean;
  now: Date;
  /** The visit being moved: its slot is locked as well, and it does not count as an overlap. */
  moving?: { appointmentId: string; slotId: string };
};

export type TakenSlot = {
  slot: SlotRow;
  urgency: Urgency;
  fromHold: boolean;
  ruleVersion: number;
  seen: Record<string, unknown>;
};

/**
 * Books a slot that is free, or that the patient's own open hold keeps, within the writer's transaction.
 *
 * Errors: not-found; slot-taken (details.slotId); too-soon for notice and horizon; conflict when the patient is
 * somewhere else at that time.
 */
export async function takeSlot(tx: Transaction, wish: SlotWish): Promise<TakenSlot> {
  const ids = wish.moving ? [wish.slotId, wish.moving.slotId] : [wish.slotId];
  await query(tx, sql.lockSlots, [ids]);
  const [slot] = await query<SlotRow>(tx, sql.selectSlot, [wish.slotId]);
  if (slot === undefined) throw new ServiceError('not-found', 'There is no such time.');
  const hold = slot.state === 'held' ? await holdOn(tx, wish) : undefined;
  if (slot.state !== 'free' && hold === undefined) throw slotTaken(slot.id);
  const urgency = hold?.urgency ?? wish.urgency;
  refuseOutsideRules(slot, urgency, wish);
  await refuseOverlap(tx, slot, wish);
  const booked = await query(tx, sql.bookSlot, [slot.id, slot.state]);
  if (booked.length !== 1) throw slotTaken(slot.id);
  if (hold !== undefined) await query(tx, sql.endHold, [hold.id, 'used']);
  return {
    slot,
    urgency,
    fromHold: hold !== undefined,
    ruleVersion: hold?.proposal?.ruleVersion ?? RULE_VERSION,
    seen: { slot: slotSeen(slot), urgency, proposal: hold?.proposal ?? null },
  };
}

/** The patient's own open hold on the wanted slot; past its time it counts until somebody else gets the slot. */
async function holdOn(tx: Transaction, { slotId, patientId }: SlotWish): Promise<HoldRow | undefined> {
  const [hold] = await query<HoldRow>(tx, sql.findHold, [patientId]);
  return hold?.slot_id === slotId ? hold : undefined;
}

/** Also for holds: notice, horizon and carve-outs are the same whether one holds or books. */
export function refuseOutsideRules(
  slot: SlotRow,
  urgency: Urgency,
  { isStaff, now }: Pick<SlotWish, 'isStaff' | 'now'>,
): void {
  const aheadMin = (slot.start_at.getTime() - now.getTime()) / 60_000;
  if (aheadMin <= 0) throw new ServiceError('too-soon', 'This time has already begun.');
  if (!isStaff && aheadMin < slot.notice_min) {
    throw new ServiceError('too-soon', `Please book at least ${duration(slot.notice_min)} ahead.`);
  }
  if (!isStaff && aheadMin > slot.horizon_days * 1440) {
    throw new ServiceError('too-soon', `Please book no more than ${slot.horizon_days} days ahead.`);
  }
  const isKept = slot.release_at !== null && slot.release_at > now;
  if (isKept && !isStaff && !maySee(urgency, slot.reserved_for)) throw slotTaken(slot.id);
}

/** Refuses a time at which the patient has another visit. */
export async function refuseOverlap(tx: Transaction, slot: SlotRow, wish: SlotWish): Promise<void> {
  const [other] = await query<{ appointment_id: string }>(tx, sql.findOverlap, [
    wish.patientId,
    slot.start_at,
    slot.end_at,
    wish.moving?.appointmentId ?? null,
  ]);
  if (other === undefined) return;
  throw new ServiceError('conflict', 'You already have another visit at that time.', {
    details: { reason: 'overlap', appointmentId: other.appointment_id },
  });
}

/** Somebody else has the slot, or it is kept for more urgent needs. */
export function slotTaken(slotId: string): ServiceError {
  return new ServiceError('slot-taken', 'This time is no longer free.', { details: { slotId } });
}

function slotSeen(slot: SlotRow): Record<string, unknown> {
  const { id, state, start_at, reserved_for, release_at } = slot;
  return { id, state, startAt: start_at, reservedFor: reserved_for, releaseAt: release_at };
}

function duration(minutes: number): string {
  const hours = minutes / 60;
  if (minutes < 60) return `${minutes} minutes`;
  return hours === 1 ? '1 hour' : `${Number(hours.toFixed(1))} hours`;
}
