import { loadSql, type Pool, query, type Transaction } from '@healthbooker/runtime/postgres';
import type { Urgency } from '../engine/urgency.ts';
import { type ReservationRow, reservationColumns } from '../history/reservation.ts';

const hit = loadSql(import.meta.url, './hit-visits.sql', { reservationColumns });

/** Visits that one change may hit and plan for; the contract says so. */
export const MOST_VISITS = 1000;
/** For changes that nobody planned: more than the slots that one transaction compares. */
const ALL = 100_000;

/** A booked visit that a change hits; `due_date` of its referral, if it has one. */
export type HitVisit = ReservationRow & {
  due_date: string | null;
  /** The region of the visit's place: the visit only moves within it. */
  region_id: string;
  needs_step_free: boolean;
  /** The urgency that opens kept times for it: the same as when it was booked. */
  opens: Urgency;
} & Position;

/** The position of a place in degrees; null where it is unknown. */
export type Position = { latitude: number | null; longitude: number | null };

/** The booked visits on these slots that have not begun, earliest first. */
export async function hitVisits(
  on: Pool | Transaction,
  slotIds: readonly string[],
  now: Date,
  most = ALL,
): Promise<HitVisit[]> {
  if (slotIds.length === 0) return [];
  return query<HitVisit>(on, hit, [slotIds, now, most]);
}
