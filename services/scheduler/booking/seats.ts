import { loadSql, type Pool, query, statement, type Transaction } from '@healthbooker/runtime/postgres';
import type { Urgency } from '../engine/urgency.ts';

const sql = {
  /** All seats of the starts to which these slots belong. */
  seats: statement(
    'seats-of',
    `select o.id
from slot s join slot o on o.session_id = s.session_id and o.local_start = s.local_start and o.visit_id = s.visit_id
where s.id = any ($1::uuid[])`,
  ),
  ofClasses: loadSql(import.meta.url, './class-seats-among.sql'),
  placesLeft: loadSql(import.meta.url, './places-left.sql'),
};

/**
 * A patient chooses a class as one start; in the database it has a slot for each seat.
 *
 * Returns the ids of all seats of the starts to which these slots belong, these slots included.
 */
export async function seatsOf(on: Pool | Transaction, slotIds: readonly string[]): Promise<string[]> {
  if (slotIds.length === 0) return [];
  const rows = await query<{ id: string }>(on, sql.seats, [slotIds]);
  return rows.map(({ id }) => id);
}

/** The ids of those of these slots that are seats of a class. */
export async function classSeatsAmong(
  on: Pool | Transaction,
  slotIds: readonly string[],
): Promise<Set<string>> {
  if (slotIds.length === 0) return new Set();
  const rows = await query<{ id: string }>(on, sql.ofClasses, [slotIds]);
  return new Set(rows.map(({ id }) => id));
}

/** Starts to choose from, each with how many places it has left for this urgency; 0 for a visit of one. */
export async function withPlacesLeft<Row extends { id: string }>(
  on: Pool | Transaction,
  starts: readonly Row[],
  { urgency, now }: { urgency: Urgency; now: Date },
): Promise<(Row & { places_left: number })[]> {
  if (starts.length === 0) return [];
  const ids = starts.map(({ id }) => id);
  const rows = await query<{ id: string; places_left: number }>(on, sql.placesLeft, [ids, urgency, now]);
  const left = new Map(rows.map(({ id, places_left }) => [id, places_left]));
  return starts.map((row) => ({ ...row, places_left: left.get(row.id) ?? 0 }));
}

/** The free seats of each start, the lowest first, by the slot that stands for it; none for a visit of one. */
export type FreeSeats = ReadonlyMap<string, readonly string[]>;

/**
 * The best starts of a ranking, as many as have `atMost` seats together, and at least one; and their seats, those of
 * one start beside each other.
 */
export function bestSeats(
  ranked: readonly string[],
  freeSeats: FreeSeats,
  atMost: number,
): { starts: string[]; seats: string[]; startOf: Map<string, string> } {
  const starts: string[] = [];
  const startOf = new Map<string, string>();
  for (const start of ranked) {
    if (startOf.size >= atMost) break;
    starts.push(start);
    for (const seat of freeSeats.get(start) ?? [start]) startOf.set(seat, start);
  }
  return { starts, seats: [...startOf.keys()], startOf };
}
