import { loadSql, type Pool, query, type Transaction } from '@healthbooker/runtime/postgres';
import { type SlotRow, slotColumns } from '../../calendar/slot.ts';
import { refusalToTake, type TakeRefusal } from '../../engine/refusal-to-take.ts';
import type { Urgency } from '../../engine/urgency.ts';
import type { HoldRow } from '../booking.ts';
import { type LooksFor, longerEnds } from '../longer.ts';
import { takeSeen } from '../refuse.ts';
import type { Wanted } from './local-starts.ts';

const sql = {
  exact: loadSql(import.meta.url, './series-exact.sql', { slotColumns }),
  near: loadSql(import.meta.url, './series-near.sql', { slotColumns }),
};

/** Why an occurrence has no slot. */
export type NoTime = TakeRefusal | 'no-clinic' | 'too-short';

export type Found = { wanted: Wanted; slot: SlotRow | undefined; reason: NoTime | null };

/** For whom times are searched, and for what. */
export type Looking = LooksFor & {
  isLonger: boolean;
  /** The time that the patient has on hold, and how urgent it was found to be. */
  hold: Pick<HoldRow, 'slot_id' | 'urgency'> | undefined;
  /** When the patient is elsewhere. */
  busy: readonly { from: Date; to: Date }[];
};

/**
 * The slot at the wanted wall-clock time with the provider, place and kind of visit of `like`, and whether it is
 * available.
 */
export async function findAt(
  on: Pool | Transaction,
  wanted: Wanted,
  like: SlotRow,
  looking: Looking,
): Promise<Found> {
  const [slot] = await query<SlotRow>(on, sql.exact, [
    like.provider_id,
    new Date(wanted.aboutMs),
    wanted.localStart.replace('T', ' '),
    like.visit_type_id,
    like.location_id,
    [],
  ]);
  if (slot !== undefined) return checkTime(on, wanted, slot, looking);
  const isBeyond = wanted.aboutMs - looking.now.getTime() > like.horizon_days * 86_400_000;
  return { wanted, slot: undefined, reason: isBeyond ? 'horizon' : 'no-clinic' };
}

/** Whether this slot is available for an occurrence. */
export async function checkTime(
  on: Pool | Transaction,
  wanted: Wanted,
  slot: SlotRow,
  looking: Looking,
): Promise<Found> {
  const reason = refusalOf(slot, await endsOf(on, [slot], looking), looking);
  return { wanted, slot: reason === null ? slot : undefined, reason };
}

/**
 * The nearest slot that would do instead, up to a week before or after. The times that the series has already count as
 * busy.
 */
export async function findNear(
  on: Pool | Transaction,
  wanted: Wanted,
  like: SlotRow,
  looking: Looking,
): Promise<SlotRow | undefined> {
  const near = await query<SlotRow>(on, sql.near, [
    like.visit_type_id,
    like.location_id,
    new Date(wanted.aboutMs),
    like.provider_id,
  ]);
  const ends = await endsOf(on, near, looking);
  return near.find((slot) => refusalOf(slot, ends, looking) === null);
}

/** When a visit in each of these slots would end; none where it is too short. */
async function endsOf(
  on: Pool | Transaction,
  slots: readonly SlotRow[],
  looking: Looking,
): Promise<ReadonlyMap<string, Date>> {
  // A hold for a longer visit has taken in the slot that follows.
  const isLongEnough = ({ own_end_at }: SlotRow) => !looking.isLonger || own_end_at !== null;
  const whole = slots.filter(isLongEnough).map(({ id, end_at }) => [id, end_at] as const);
  const short = slots.filter((slot) => !isLongEnough(slot)).map(({ id }) => id);
  return new Map([...whole, ...(await longerEnds(on, short, looking))]);
}

function refusalOf(slot: SlotRow, ends: ReadonlyMap<string, Date>, looking: Looking): NoTime | null {
  const { isStaff, now, busy, hold } = looking;
  const isOwnHold = hold?.slot_id === slot.id;
  const urgency: Urgency = isOwnHold ? hold.urgency : looking.urgency;
  const endAt = ends.get(slot.id);
  const isBusy = busy.some(({ from, to }) => from < (endAt ?? slot.end_at) && to > slot.start_at);
  const refusal = refusalToTake({ ...takeSeen(slot, { urgency, isStaff, now, isOwnHold }), isBusy });
  return refusal ?? (endAt === undefined ? 'too-short' : null);
}
