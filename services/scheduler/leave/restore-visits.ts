import { loadSql, query, type Transaction } from '@healthbooker/runtime/postgres';
import type { Parts } from '../parts.ts';
import type { Patients } from './lock-patients.ts';

const settle = loadSql(import.meta.url, '../sql/settle-given.sql');

type Given = { leave_id: string; appointment_id: string; version: number; patient_id: string };

/**
 * Takes the visits off the worklist that had no new time and whose slots a rule gives again: they take place as before.
 * Whatever took their time away, they stay where a rule does not give it.
 */
export async function restoreVisits(
  tx: Transaction,
  { clock }: Pick<Parts, 'clock'>,
  slotIds: readonly string[],
  patients: Patients,
): Promise<void> {
  if (slotIds.length === 0) return;
  const given = await query<Given>(tx, settle, [slotIds, clock()]);
  patients.require(given);
}
