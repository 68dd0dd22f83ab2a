import { ServiceError } from '@healthbooker/runtime/errors';
import { loadSql, query, type Transaction } from '@healthbooker/runtime/postgres';
import { RULE_VERSION } from '../allocate/decide.ts';
import type { Proposal, Seen } from '../allocate/record.ts';
import { refusalByRules, refusalToTake, type TakeRefusal, type TakeSeen } from '../allocate/take.ts';
import type { Urgency } from '../allocate/urgency.ts';
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
  seen: Seen;
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
  const urgency = hold?.urgency ?? wish.urgency;
  const seen = takeSeen(slot, { ...wish, urgency, isOwnHold: hold !== undefined });
  refuse(slot, refusalToTake(seen));
  const other = await overlapping(tx, slot, wish);
  const take = { ...seen, isBusy: other !== undefined };
  refuse(slot, refusalToTake(take), other);
  const booked = await query(tx, sql.bookSlot, [slot.id, slot.state]);
  if (booked.length !== 1) throw slotTaken(slot.id);
  if (hold !== undefined) await query(tx, sql.endHold, [hold.id, 'used']);
  return {
    slot,
    urgency,
    fromHold: hold !== undefined,
    ruleVersion: hold?.proposal?.ruleVersion ?? RULE_VERSION,
    seen: { rule: 'take', take, proposal: hold?.proposal ?? null },
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
  refuse(slot, refusalByRules(takeSeen(slot, { urgency, isStaff, now, isOwnHold: false })));
}

/** Refuses a time at which the patient has another visit. */
export async function refuseOverlap(tx: Transaction, slot: SlotRow, wish: SlotWish): Promise<void> {
  const other = await overlapping(tx, slot, wish);
  refuse(slot, other === undefined ? null : 'patient-busy', other);
}

/** What `refusalToTake` looks at. */
export function takeSeen(
  slot: SlotRow,
  by: { urgency: Urgency; isStaff: boolean; now: Date; isOwnHold: boolean },
): TakeSeen {
  return {
    slotId: slot.id,
    providerId: slot.provider_id,
    startMs: slot.start_at.getTime(),
    endMs: slot.end_at.getTime(),
    state: slot.state,
    isOwnHold: by.isOwnHold,
    noticeMs: slot.notice_min * 60_000,
    horizonMs: slot.horizon_days * 86_400_000,
    reservedFor: slot.reserved_for,
    releaseAtMs: slot.release_at?.getTime() ?? null,
    urgency: by.urgency,
    isStaff: by.isStaff,
    isBusy: false,
    nowMs: by.now.getTime(),
  };
}

async function overlapping(tx: Transaction, slot: SlotRow, wish: SlotWish): Promise<string | undefined> {
  const [other] = await query<{ appointment_id: string }>(tx, sql.findOverlap, [
    wish.patientId,
    slot.start_at,
    slot.end_at,
    wish.moving?.appointmentId ?? null,
  ]);
  return other?.appointment_id;
}

/** Says a refusal in the words of who asked. */
function refuse(slot: SlotRow, refusal: TakeRefusal | null, other?: string): void {
  switch (refusal) {
    case null:
      return;
    case 'taken':
    case 'carved-out':
      throw slotTaken(slot.id);
    case 'begun':
      throw new ServiceError('too-soon', 'This time has already begun.');
    case 'notice':
      throw new ServiceError('too-soon', `Please book at least ${duration(slot.notice_min)} ahead.`);
    case 'horizon':
      throw new ServiceError('too-soon', `Please book no more than ${slot.horizon_days} days ahead.`);
    case 'patient-busy':
      throw new ServiceError('conflict', 'You already have another visit at that time.', {
        details: { reason: 'overlap', ...(other === undefined ? {} : { appointmentId: other }) },
      });
  }
}

/** Somebody else has the slot, or it is kept for more urgent needs. */
export function slotTaken(slotId: string): ServiceError {
  return new ServiceError('slot-taken', 'This time is no longer free.', { details: { slotId } });
}

function duration(minutes: number): string {
  const hours = minutes / 60;
  if (minutes < 60) return `${minutes} minutes`;
  return hours === 1 ? '1 hour' : `${Number(hours.toFixed(1))} hours`;
}
