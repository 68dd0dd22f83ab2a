import type { Transaction } from '@healthbooker/runtime/postgres';
import { lockEntries, lockPatients, lockSpecialties } from '../locks.ts';

export type Whose = { patient_id: string; specialty_id: string };

/**
 * Locks an entry for the rest of the transaction, and everything that comes before it in the order of locks. The
 * specialty has to be locked by every change that searches for a slot or frees one.
 */
export async function lockEntry(tx: Transaction, entryId: string, whose: Whose): Promise<void> {
  await lockSpecialties(tx, [whose.specialty_id]);
  await lockPatients(tx, [whose.patient_id]);
  await lockEntries(tx, [entryId]);
}

/** The same without the specialty: only the slot of the entry's own offer is concerned. */
export async function lockOffered(tx: Transaction, entryId: string, whose: Whose): Promise<void> {
  await lockPatients(tx, [whose.patient_id]);
  await lockEntries(tx, [entryId]);
}
