import { ServiceError } from '@healthbooker/runtime/errors';
import { loadSql, query, type Transaction } from '@healthbooker/runtime/postgres';

const withinReach = loadSql(import.meta.url, '../sql/within-reach.sql');

/** A visit that the hospital moves. */
type Moving = { patientId: string; fromSlotId: string; toSlotId: string };

/**
 * Refuses to send somebody where they cannot go. A need for a way without steps is never dropped; another region is only
 * for who agreed to it. Errors: invalid with the field.
 */
export async function refuseOutOfReach(
  tx: Transaction,
  { patientId, fromSlotId, toSlotId }: Moving,
  field: string,
  isOtherRegionAgreed = false,
): Promise<void> {
  const [found] = await query<{ is_same_region: boolean; is_accessible: boolean }>(tx, withinReach, [
    ...[toSlotId, fromSlotId, patientId],
  ]);
  if (found === undefined) throw new Error('slots that were taken are not there');
  if (!found.is_accessible)
    throw invalid(field, 'is at a place that the patient cannot get to without steps');
  if (!found.is_same_region && !isOtherRegionAgreed) {
    throw invalid(field, 'is in another region, to which the patient has not agreed');
  }
}

function invalid(field: string, message: string): ServiceError {
  return new ServiceError('invalid', 'Some fields are not right.', {
    fields: [{ field, message }],
    cause: new Error('found out after the slot was taken: the transaction has to end'),
  });
}
