import { inTransaction, query, statement, type Transaction } from '@healthbooker/runtime/postgres';

/**
 * The order of locks. A transaction takes its locks in this order, and several locks of one kind in the order of their
 * names, so that no two transactions wait for each other. All locks end with the transaction.
 *
 * - closures: shared to make slots, exclusive (`alone`) to save a closure
 * - providers: to change their availability
 * - specialties: to settle freed slots, or to look for a slot for somebody who waits
 * - patients: to change their holds, bookings and entries, one after the other
 * - entries: rows of the waiting list
 * - slots: rows
 */
const ORDER = ['closures', 'providers', 'specialties', 'patients', 'entries', 'slots'] as const;

type Kind = (typeof ORDER)[number];

const byName = (kind: string) =>
  statement(
    `lock-${kind}`,
    `select pg_advisory_xact_lock(hashtextextended('${kind} ' || id, 0))
from (select distinct id from unnest($1::text[]) as id order by id offset 0) as sorted`,
  );
const sql = {
  closures: statement(
    'lock-closures',
    `select case when $1 then pg_advisory_xact_lock(hashtextextended('closures', 0))
  else pg_advisory_xact_lock_shared(hashtextextended('closures', 0)) end`,
  ),
  providers: byName('provider'),
  specialties: byName('specialty'),
  patients: byName('patient'),
  entries: statement(
    'lock-entries',
    `select appointment_id from waitlist_entry
where appointment_id = any (array(select unnest($1::uuid[])))
order by appointment_id for no key update`,
  ),
  slots: statement(
    'lock-slots',
    'select id, state from slot where id = any ($1::uuid[]) order by id for no key update',
  ),
};

/** The kind that a transaction locked last (its place in the order), and the names that it has locked. */
const locked = inTransaction(() => ({ rank: 0, names: new Map<Kind, Set<string>>() }));

let isWatched = false;

/** Makes every lock that is taken out of order throw: for tests. */
export function watchLocks(): void {
  isWatched = true;
}

/**
 * Checks that a transaction may take this lock. Called directly only for statements that lock rows and also read more of
 * them than `lockSlots` does.
 * @param names for locks that have names; a name that the transaction has locked already is not checked again
 */
export function locking(tx: Transaction, kind: Kind, names?: readonly string[]): void {
  if (!isWatched) return;
  const before = locked(tx);
  const held = before.names.get(kind) ?? new Set();
  const taken = names?.filter((name) => !held.has(name)).sort();
  if (taken?.length === 0) return;
  const rank = ORDER.indexOf(kind);
  if (rank < before.rank) throw new Error(`out of order: locks ${kind} after ${ORDER[before.rank]}`);
  const first = taken?.[0];
  if (first !== undefined && [...held].some((name) => name > first)) {
    throw new Error(`out of order: locks ${kind} one by one`);
  }
  before.rank = rank;
  before.names.set(kind, new Set([...held, ...(taken ?? [])]));
}

/** @param how `alone` to save a closure; `shared` to make slots, while no closure can be saved */
export async function lockClosures(tx: Transaction, how: 'alone' | 'shared'): Promise<void> {
  locking(tx, 'closures');
  await query(tx, sql.closures, [how === 'alone']);
}

export async function lockProviders(tx: Transaction, providerIds: readonly string[]): Promise<void> {
  locking(tx, 'providers', providerIds);
  await query(tx, sql.providers, [providerIds]);
}

export async function lockSpecialties(tx: Transaction, specialtyIds: readonly string[]): Promise<void> {
  locking(tx, 'specialties', specialtyIds);
  await query(tx, sql.specialties, [specialtyIds]);
}

export async function lockPatients(tx: Transaction, patientIds: Iterable<string>): Promise<void> {
  const ids = [...patientIds];
  locking(tx, 'patients', ids);
  await query(tx, sql.patients, [ids]);
}

export async function lockEntries(tx: Transaction, entryIds: readonly string[]): Promise<void> {
  locking(tx, 'entries');
  await query(tx, sql.entries, [entryIds]);
}

/** Locks slots; returns the state of each, read under its lock. */
export async function lockSlots(
  tx: Transaction,
  slotIds: readonly string[],
): Promise<{ id: string; state: string }[]> {
  locking(tx, 'slots');
  return query<{ id: string; state: string }>(tx, sql.slots, [slotIds]);
}
