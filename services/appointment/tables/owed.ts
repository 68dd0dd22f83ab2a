import { DeleteCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { idAt } from './account-change.ts';
import { reached, type Store, within } from './store.ts';

/**
 * Lists of what is still to be done for people. Each list has a key that no person has. An item is written before the
 * change that makes it necessary, so that nothing is forgotten, and removed when it is done. Ids sort by time: oldest first.
 */
export const owedKeys = {
  /** Notices to people about their account; notification takes them (account-change.ts). */
  notices: 'NOTICES',
  /** Changes of where a patient can go, of which the scheduler must be told. */
  reach: 'REACH',
  /** Requests for another legal name, birth date or sex that wait for reception. */
  requests: 'REQUESTS',
} as const;
export type Owed = keyof typeof owedKeys;

const owedItem = z.object({ SK: z.string(), personId: z.string(), at: z.string() });
export type OwedItem = z.infer<typeof owedItem>;

/** @throws ServiceError unavailable */
export async function owe(
  store: Store,
  owed: Owed,
  personId: string,
  now: Date,
  { id = idAt(now), signal }: { id?: string; signal?: AbortSignal } = {},
): Promise<void> {
  const Item = { PK: owedKeys[owed], SK: id, personId, at: now.toISOString() };
  await reached(store.client.send(new PutCommand({ TableName: store.table, Item }), within(signal)));
}

/** The oldest items of a list, at most `limit`. @throws ServiceError unavailable */
export async function oldestOwed(
  store: Store,
  owed: Owed,
  limit: number,
  signal?: AbortSignal,
): Promise<OwedItem[]> {
  const query = new QueryCommand({
    TableName: store.table,
    KeyConditionExpression: 'PK = :owed',
    ExpressionAttributeValues: { ':owed': owedKeys[owed] },
    ConsistentRead: true,
    Limit: limit,
  });
  const { Items = [] } = await reached(store.client.send(query, within(signal)));
  return Items.map((item) => owedItem.parse(item));
}

/** Removes an item from its list; a missing one is no error. @throws ServiceError unavailable */
export async function settleOwed(store: Store, owed: Owed, id: string, signal?: AbortSignal): Promise<void> {
  const Key = { PK: owedKeys[owed], SK: id };
  await reached(store.client.send(new DeleteCommand({ TableName: store.table, Key }), within(signal)));
}
