import { loadSql, type Pool, query, type Transaction } from '@healthbooker/runtime/postgres';
import { refusalToTake, type TakeRefusal } from '../allocate/take.ts';
import type { Urgency } from '../allocate/urgency.ts';
import { nextSlots } from '../booking/longer.ts';
import { takeSeen } from '../booking/refuse.ts';
import type { SlotRow } from '../booking/rows.ts';
import type { Wanted } from './local-starts.ts';

const sql = {
  exact: loadSql(import.meta.url, '../sql/series-exact.sql'),
  near: loadSql(import.meta.url, '../sql/series-near.sql'),
  ends: loadSql(import.meta.url, '../sql/slot-ends.sql'),
};

/** Why an occurrence has no slot. */
export type NoTime = TakeRefusal | 'no-clinic' | 'too-short';

export type Found = { wanted: Wanted; slot: SlotRow | undefined; reason: NoTime | null };

/** Who looks, and for what. */
export type Looking = {
  urgency: Urgency;
  isStaff: boolean;
  isLonger: boolean;
  now: Date;
  /** When the patient is elsewhere. */
  busy: readonly { from: Date; to: Date }[];
};

/** The slot at the wanted wall-clock time with the provider, place and kind of visit of `like`, and whether it is to be had. */
export async function findAt(
  on: Pool | Transaction,
  wanted: Wanted,
  like: SlotRow,
  looking: Looking,
): Promise<Found> {
  const [slot] = await query<SlotRow>(on, sql.exact, [
    ...[like.provider_id, new Date(wanted.aboutMs), wanted.localStart.replace('T', ' ')],
    ...[like.visit_type_id, like.location_id],
  ]);
  if (slot === undefined) {
    const isBeyond = wanted.aboutMs - looking.now.getTime() > like.horizon_days * 86_400_000;
    return { wanted, slot: undefined, reason: isBeyond ? 'horizon' : 'no-clinic' };
  }
  const reason = await refusalOf(on, slot, looking);
  return { wanted, slot: reason === null ? slot : undefined, reason };
}

/** The nearest slot that would do instead, up to a week before or after. What the series has already counts as busy. */
export async function findNear(
  on: Pool | Transaction,
  wanted: Wanted,
  like: SlotRow,
  looking: Looking,
): Promise<SlotRow | undefined> {
  const near = await query<SlotRow>(on, sql.near, [
    ...[like.specialty_id, like.visit_type_id, like.location_id, new Date(wanted.aboutMs), like.provider_id],
  ]);
  for (const slot of near) if ((await refusalOf(on, slot, looking)) === null) return slot;
  return undefined;
}

async function refusalOf(
  on: Pool | Transaction,
  slot: SlotRow,
  { urgency, isStaff, isLonger, now, busy }: Looking,
): Promise<NoTime | null> {
  const endAt = isLonger ? await longerEnd(on, slot) : slot.end_at;
  const by = { urgency, isStaff, now, isOwnHold: false };
  const isBusy = busy.some(({ from, to }) => from < (endAt ?? slot.end_at) && to > slot.start_at);
  const refusal = refusalToTake({ ...takeSeen(slot, by), isBusy });
  return refusal ?? (endAt === undefined ? 'too-short' : null);
}

/** When the slot would end with the one that follows it; undefined when that one is not to be had. */
async function longerEnd(on: Pool | Transaction, slot: SlotRow): Promise<Date | undefined> {
  const next = (await nextSlots(on, [slot.id])).get(slot.id);
  if (next === undefined) return undefined;
  const [free] = await query<{ end_at: Date }>(on, sql.ends, [[next]]);
  return free?.end_at;
}
