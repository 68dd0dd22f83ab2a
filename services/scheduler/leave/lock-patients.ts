import { ServiceError } from '@healthbooker/runtime/errors';
import { type Pool, query, statement, type Transaction } from '@healthbooker/runtime/postgres';
import { nextSlots } from '../booking/longer.ts';
import { seatsOf } from '../booking/seats.ts';
import { lockPatients, lockSlots } from '../locks.ts';
import type { Move } from './replace-visits.ts';

const sql = {
  moving: statement(
    'visits-that-move',
    `select appointment_id, patient_id, slot_id, coalesce(details -> 'needs', '[]') <> '[]' as is_longer
from reservation
where appointment_id = any ($1::uuid[])`,
  ),
};
const ATTEMPTS = 4;

/** Slots are locked already, and the change hits patients who are not: the work has to start again with them locked. */
class NotLocked extends Error {
  readonly patientIds: readonly string[];
  constructor(patientIds: readonly string[]) {
    super('patients are not locked');
    this.patientIds = patientIds;
  }
}

/** The patients that a transaction locks before it locks slots: those known so far to be hit. */
export type Patients = {
  lock(tx: Transaction): Promise<void>;
  /** Starts the work again unless all of these patients are locked. */
  require(visits: Iterable<{ patient_id: string }>): void;
};

/**
 * Runs work that knows whose visits it changes only after it has locked slots, although patients are locked before
 * slots. When it finds patients who are not locked, it is rolled back and runs again with them. `work` is a whole
 * transaction. Errors: unavailable when it finds others each time.
 */
export async function withPatients<Result>(
  known: Iterable<string>,
  work: (patients: Patients) => Promise<Result>,
): Promise<Result> {
  const ids = new Set(known);
  const patients: Patients = {
    async lock(tx) {
      await lockPatients(tx, ids);
    },
    require(visits) {
      const others = [...visits].map(({ patient_id }) => patient_id).filter((id) => !ids.has(id));
      if (others.length > 0) throw new NotLocked(others);
    },
  };
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    try {
      return await work(patients);
    } catch (error) {
      if (!(error instanceof NotLocked)) throw error;
      for (const id of error.patientIds) ids.add(id);
    }
  }
  throw new ServiceError('unavailable', 'Too many visits change at the moment. Try again.', {
    retryAfterMs: 1000,
  });
}

/** The patients whose visits a plan moves. */
export async function patientsOf(on: Pool | Transaction, moves: readonly Move[]): Promise<string[]> {
  if (moves.length === 0) return [];
  const rows = await query<MovingRow>(on, sql.moving, [moves.map(({ appointmentId }) => appointmentId)]);
  return rows.map(({ patient_id }) => patient_id);
}

/**
 * Locks in one order the slots of the visits that a plan moves, all seats of the starts they move to, and `others`; the
 * patients are locked.
 */
export async function lockTimes(
  tx: Transaction,
  moves: readonly Move[],
  others: readonly string[] = [],
): Promise<void> {
  const rows = await query<MovingRow>(tx, sql.moving, [moves.map(({ appointmentId }) => appointmentId)]);
  const longer = new Set(
    rows.filter(({ is_longer }) => is_longer).map(({ appointment_id }) => appointment_id),
  );
  const picked = moves.flatMap(({ toSlotId }) => toSlotId ?? []);
  const ofLonger = moves.flatMap(({ appointmentId, toSlotId }) =>
    toSlotId !== null && longer.has(appointmentId) ? toSlotId : [],
  );
  const following = (await nextSlots(tx, await seatsOf(tx, ofLonger))).values();
  const own = rows.map(({ slot_id }) => slot_id);
  const all = [...own, ...(await seatsOf(tx, picked)), ...following, ...others];
  await lockSlots(tx, [...new Set(all)]);
}

type MovingRow = { appointment_id: string; patient_id: string; slot_id: string; is_longer: boolean };
