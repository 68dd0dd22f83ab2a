import { ServiceError } from '@healthbooker/runtime/errors';
import { query, statement, type Transaction } from '@healthbooker/runtime/postgres';

/** Whether slot $1 is in the region of slot $2, and whether patient $3 gets to its place. */
const withinReach = statement(
  'within-reach',
  `select t.region_id = f.region_id as is_same_region,
  t.is_step_free or t.mode <> 'in-person'
    or not exists (select from patient_reach where patient_id = $3 and needs_step_free) as is_accessible
from slot_view t cross join slot_view f
where t.id = $1 and f.id = $2`,
);

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
    toSlotId,
    fromSlotId,
    patientId,
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
