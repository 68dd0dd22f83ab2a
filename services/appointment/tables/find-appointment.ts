import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Reservation } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Reservation';
import { appointmentItem, appointmentKey, toReservation } from './appointment-item.ts';
import { reached, type Store, within } from './store.ts';

/** The version of one person's appointment that the table has, or undefined. @throws ServiceError unavailable */
export async function findAppointment(
  store: Store,
  personId: string,
  appointmentId: string,
  signal?: AbortSignal,
): Promise<Reservation | undefined> {
  const get = new GetCommand({
    TableName: store.table,
    Key: { PK: personId, SK: appointmentKey(appointmentId) },
    ConsistentRead: true,
  });
  const { Item } = await reached(store.client.send(get, within(signal)));
  return Item === undefined ? undefined : toReservation(appointmentItem.parse(Item));
}
