import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { ReservationVersion__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ReservationVersion';
import { toItem } from './appointment-item.ts';
import { reached, type Store, within } from './store.ts';

/** Whether a version was written, or the table already had this or a newer one. */
export type ProjectionOutcome = 'written' | 'known';

/**
 * The only function that writes appointments. Puts the whole item of one committed version, unless the table
 * has that version or a newer one: so any number of copies, in any order, end in the newest version. When a release with a
 * smaller contract wrote the same version, it is written again, so that the fields that release did not know are added.
 * Nothing is ever deleted: a cancelled appointment is an item whose status says so.
 * @throws ServiceError unavailable
 */
export async function projectAppointment(
  store: Store,
  reservation: ReservationVersion__Output,
  limit: { signal?: AbortSignal | undefined; ms?: number } = {},
): Promise<ProjectionOutcome> {
  const item = toItem(reservation);
  const put = new PutCommand({
    TableName: store.table,
    Item: item,
    ConditionExpression: `attribute_not_exists(PK) or #version < :version
      or (#version = :version and (attribute_not_exists(#contract) or #contract < :contract))`,
    ExpressionAttributeNames: { '#version': 'version', '#contract': 'contract' },
    ExpressionAttributeValues: { ':version': item.version, ':contract': item.contract },
  });
  try {
    await reached(store.client.send(put, within(limit.signal, limit.ms)));
    return 'written';
  } catch (err) {
    if (err instanceof ConditionalCheckFailedException) return 'known';
    throw err;
  }
}
