import type { Transaction } from '@healthbooker/runtime/postgres';
import { lockEntries, lockPatients, lockSpecialties } from '../locks.ts';

export type Whose = { patient_id: string; specialty_id: string };

/**
 * Locks an entry for the rest of the transaction, with all that comes before it in the order of locks. The specialty is
 * needed by whatever looks for a slot or leaves one to the next.
 */
export async function lockEntry(tx: Transaction, entryId: string, whose: Whose): Promise<void> {
  await lockSpecialties(tx, [whose.specialty_id]);
  await lockPatients(tx, [whose.patient_id]);
  await lockEntries(tx, [entryId]);
}

/** The same without the specialty: the slot at stake is the entry's own. */
export async function lockOffered(tx: Transaction, entryId: string, whose: Whose): Promise<void> {
  await lockPatients(tx, [whose.patient_id]);
  await lockEntries(tx, [entryId]);
}
