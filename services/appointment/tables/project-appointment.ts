import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { type ProjectedReservation, toItem } from './appointment-item.ts';
import { reached, type Store, within } from './store.ts';

/** What became of a version offered to the table: written, or the table already had it or a newer one. */
export type ProjectionOutcome = 'written' | 'known';

/**
 * The only function that writes appointments. Puts the whole item of one committed version, unless the table
 * has that version or a newer one; so copies, and copies in any order, end in the newest version. Nothing is
 * ever deleted: a cancelled appointment is an item whose status says so.
 * @throws ServiceError unavailable
 */
export async function projectAppointment(
  store: Store,
  reservation: ProjectedReservation,
  limit: { signal?: AbortSignal | undefined; ms?: number } = {},
): Promise<ProjectionOutcome> {
  const put = new PutCommand({
    TableName: store.table,
    Item: toItem(reservation),
    ConditionExpression: 'attribute_not_exists(PK) or #version < :version',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':version': reservation.version },
  });
  try {
    await reached(store.client.send(put, within(limit.signal, limit.ms)));
    return 'written';
  } catch (err) {
    if (err instanceof ConditionalCheckFailedException) return 'known';
    throw err;
  }
}
