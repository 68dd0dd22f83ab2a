import type { Impact } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Impact';
import { loadSql, type Pool, query, type Transaction, transaction } from '@healthbooker/runtime/postgres';
import { type ReservationRow, toSlot } from '../booking/rows.ts';

const affected = loadSql(import.meta.url, '../sql/affected-visits.sql');
const SHOWN = 200;

type AffectedRow = Pick<
  ReservationRow,
  | 'appointment_id'
  | 'version'
  | 'patient_id'
  | 'slot_id'
  | 'provider_id'
  | 'provider_name'
  | 'specialty_id'
  | 'visit_type_id'
  | 'location_id'
  | 'time_zone'
  | 'start_at'
  | 'end_at'
  | 'mode'
> & { total: number };

/** What a change did to slots, in the contract's words; `retiredTaken` are slots outside the rules somebody has. */
export async function impactOf(
  tx: Transaction,
  change: { added: number; retired: number; retiredTaken: readonly string[] },
): Promise<Impact> {
  const { added, retired, retiredTaken } = change;
  const rows = retiredTaken.length === 0 ? [] : await query<AffectedRow>(tx, affected, [retiredTaken, SHOWN]);
  return {
    slotsAdded: added,
    slotsRetired: retired - retiredTaken.length,
    visits: rows.map((row) => ({
      appointmentId: row.appointment_id,
      version: row.version,
      patientId: row.patient_id,
      slot: toSlot(row.slot_id, row),
    })),
    visitsTotal: rows[0]?.total ?? 0,
  };
}

/** Carries what was found out away from a transaction that is not to be saved. */
class OnlyTried extends Error {
  readonly result: unknown;
  constructor(result: unknown) {
    super('only tried');
    this.result = result;
  }
}

/** Runs a change, or with `isDryRun` runs it and takes it back: the answer is the same. */
export async function tryOrSave<Result>(
  pool: Pool,
  options: { isDryRun: boolean; deadline: number },
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  try {
    return await transaction(
      pool,
      async (tx) => {
        const result = await work(tx);
        if (options.isDryRun) throw new OnlyTried(result);
        return result;
      },
      { deadline: options.deadline, attempts: 3 },
    );
  } catch (error) {
    if (error instanceof OnlyTried) return error.result as Result;
    throw error;
  }
}
