import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { StoredAppointment } from './appointment-item.ts';
import { providerScheduleIndex } from './create-table.ts';
import { reached, type Store, within } from './store.ts';

/** Where a page of a provider's schedule ended. */
export type SchedulePlace = { at: string; person: string; key: string };

export type SchedulePage = { items: StoredAppointment[]; next?: SchedulePlace };

/**
 * A provider's appointments that start from `fromAt` up to and including `lastAt`, earliest first, also cancelled ones.
 * A change in the table is in the index moments later.
 * Instants are written as in the items: RFC 3339 in UTC with whole seconds.
 * @throws ServiceError unavailable
 */
export async function readProviderSchedule(
  store: Store,
  range: {
    providerId: string;
    fromAt: string;
    lastAt: string;
    limit: number;
    after?: SchedulePlace | undefined;
  },
  signal?: AbortSignal,
): Promise<SchedulePage> {
  const { providerId, fromAt, lastAt, limit, after } = range;
  const query = new QueryCommand({
    TableName: store.table,
    IndexName: providerScheduleIndex,
    KeyConditionExpression: 'providerId = :provider and appointmentDate between :from and :last',
    ExpressionAttributeValues: { ':provider': providerId, ':from': fromAt, ':last': lastAt },
    Limit: limit,
    ...(after === undefined
      ? {}
      : {
          ExclusiveStartKey: {
            PK: after.person,
            SK: after.key,
            providerId,
            appointmentDate: after.at,
          },
        }),
  });
  const { Items = [], LastEvaluatedKey } = await reached(store.client.send(query, within(signal)));
  const items = Items as StoredAppointment[];
  const last = items.at(-1);
  if (LastEvaluatedKey === undefined || last === undefined) return { items };
  return { items, next: { at: last.appointmentDate, person: last.PK, key: last.SK } };
}
