import { loadSql, type Pool, query, statement, type Transaction } from '@healthbooker/runtime/postgres';
import { maySee, type Urgency } from '../engine/urgency.ts';

const sql = {
  /** The free ones of these slots, with their ends and for which urgency they are kept. */
  ends: statement(
    'slot-ends',
    `select id, end_at, reserved_for, release_at from slot where id = any ($1::uuid[]) and state = 'free'`,
  ),
  nextSlots: loadSql(import.meta.url, './next-slots.sql'),
  mergeSlots: loadSql(import.meta.url, './merge-slots.sql'),
};

/**
 * A visit with access needs takes in the slot that directly follows its own: that one is closed with `merged_into`, the
 * first gets the end of both and keeps its `own_end_at`. `free-slots.sql` undoes it.
 *
 * Returns the ids of the slots that follow these, by slot id; none for the last of a session. Lock them before checking
 * whether they are free.
 */
export async function nextSlots(
  on: Pool | Transaction,
  slotIds: readonly string[],
): Promise<Map<string, string>> {
  if (slotIds.length === 0) return new Map();
  const rows = await query<{ id: string; next_id: string }>(on, sql.nextSlots, [slotIds]);
  return new Map(rows.map(({ id, next_id }) => [id, next_id]));
}

/** For whom slots are searched: staff may have slots that are kept for more urgent needs. */
export type LooksFor = { urgency: Urgency; isStaff: boolean; now: Date };

/** When each of these slots would end together with the one that follows it, where that one is available. */
export async function longerEnds(
  on: Pool | Transaction,
  slotIds: readonly string[],
  { urgency, isStaff, now }: LooksFor,
): Promise<Map<string, Date>> {
  const nextOf = await nextSlots(on, slotIds);
  if (nextOf.size === 0) return new Map();
  const rows = await query<{
    id: string;
    end_at: Date;
    reserved_for: Urgency | null;
    release_at: Date | null;
  }>(on, sql.ends, [[...nextOf.values()]]);
  const open = rows.filter(
    ({ reserved_for, release_at }) =>
      isStaff || release_at === null || release_at <= now || maySee(urgency, reserved_for),
  );
  const ends = new Map(open.map(({ id, end_at }) => [id, end_at]));
  return new Map(
    [...nextOf].flatMap(([id, nextId]) => {
      const end = ends.get(nextId);
      return end === undefined ? [] : [[id, end] as const];
    }),
  );
}

/**
 * Makes slots longer, each by the one that follows it, and returns their new ends. All of them are locked, and those
 * that follow are free or settling. Call it before the slot is held or booked and before its reservation is written.
 */
export async function mergeSlots(
  tx: Transaction,
  nextOf: ReadonlyMap<string, string>,
): Promise<Map<string, Date>> {
  if (nextOf.size === 0) return new Map();
  const rows = await query<{ id: string; end_at: Date }>(tx, sql.mergeSlots, [
    [...nextOf.keys()],
    [...nextOf.values()],
  ]);
  if (rows.length !== nextOf.size) throw new Error('a slot that was to be taken in is not free');
  return new Map(rows.map(({ id, end_at }) => [id, end_at]));
}
