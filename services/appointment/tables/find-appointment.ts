import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { ReservationVersion__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ReservationVersion';
import { appointmentKey, readItem } from './appointment-item.ts';
import { reached, type Store, within } from './store.ts';

/** The version of one person's appointment that the table has, or undefined. @throws ServiceError unavailable */
export async function findAppointment(
  store: Store,
  personId: string,
  appointmentId: string,
  signal?: AbortSignal,
): Promise<ReservationVersion__Output | undefined> {
  const get = new GetCommand({
    TableName: store.table,
    Key: { PK: personId, SK: appointmentKey(appointmentId) },
    ConsistentRead: true,
  });
  const { Item } = await reached(store.client.send(get, within(signal)));
  return Item === undefined ? undefined : readItem(Item);
}
