import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { reached, type Store, within } from './store.ts';

/** Outside every person's partition: person ids are UUIDs. */
const key = { PK: 'FOLLOWER#scheduler.ListChanged', SK: 'CURSOR' };

/** How far the table has followed the scheduler; empty for a new table. @throws ServiceError unavailable */
export async function readCursor(store: Store): Promise<string> {
  const get = new GetCommand({ TableName: store.table, Key: key, ConsistentRead: true });
  const { Item } = await reached(store.client.send(get, within(undefined)));
  const cursor: unknown = Item?.['cursor'];
  return typeof cursor === 'string' ? cursor : '';
}

/** Remembers it for the next process. Two that overwrite each other only repeat work. @throws ServiceError unavailable */
export async function writeCursor(store: Store, cursor: string): Promise<void> {
  const put = new PutCommand({ TableName: store.table, Item: { ...key, cursor } });
  await reached(store.client.send(put, within(undefined)));
}
