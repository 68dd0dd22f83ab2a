import { loadSql, type Pool, query, type Transaction } from '@healthbooker/runtime/postgres';
import { refusalToTake, type TakeRefusal } from '../allocate/take.ts';
import type { Urgency } from '../allocate/urgency.ts';
import { type LooksFor, longerEnds } from '../booking/longer.ts';
import { takeSeen } from '../booking/refuse.ts';
import type { SlotRow } from '../booking/rows.ts';
import type { Wanted } from './local-starts.ts';

const sql = {
  exact: loadSql(import.meta.url, '../sql/series-exact.sql'),
  near: loadSql(import.meta.url, '../sql/series-near.sql'),
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
  const endAt = isLonger ? (await longerEnds(on, [slot.id], looking)).get(slot.id) : slot.end_at;
  const by = { urgency, isStaff, now, isOwnHold: false };
  const isBusy = busy.some(({ from, to }) => from < (endAt ?? slot.end_at) && to > slot.start_at);
  const refusal = refusalToTake({ ...takeSeen(slot, by), isBusy });
  return refusal ?? (endAt === undefined ? 'too-short' : null);
}
