import { loadSql, query, type Transaction } from '@healthbooker/runtime/postgres';

const sql = {
  specialty: loadSql(import.meta.url, '../sql/lock-specialty.sql'),
  patient: loadSql(import.meta.url, '../sql/lock-patient.sql'),
  entry: loadSql(import.meta.url, '../sql/lock-entry.sql'),
};

export type Whose = { patient_id: string; specialty_id: string };

/**
 * Locks an entry for the rest of the transaction, with all that comes before it in the order of locks. The specialty is
 * needed by whatever looks for a slot or leaves one to the next.
 */
export async function lockEntry(tx: Transaction, entryId: string, whose: Whose): Promise<void> {
  await query(tx, sql.specialty, [whose.specialty_id]);
  await query(tx, sql.patient, [whose.patient_id]);
  await query(tx, sql.entry, [entryId]);
}

/** The same without the specialty: the slot at stake is the entry's own. */
export async function lockOffered(tx: Transaction, entryId: string, whose: Whose): Promise<void> {
  await query(tx, sql.patient, [whose.patient_id]);
  await query(tx, sql.entry, [entryId]);
}
