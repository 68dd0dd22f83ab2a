import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { reached, type Store, within } from './store.ts';

/** Outside every person's partition: person ids are UUIDs. */
const PK = 'FOLLOWER#scheduler.ListChanged';
const following = { PK, SK: 'CURSOR' };

/** How far the table has followed the scheduler; empty for a new table. @throws ServiceError unavailable */
export async function readCursor(store: Store): Promise<string> {
  const get = new GetCommand({ TableName: store.table, Key: following, ConsistentRead: true });
  const { Item } = await reached(store.client.send(get, within(undefined)));
  const cursor: unknown = Item?.['cursor'];
  return typeof cursor === 'string' ? cursor : '';
}

/** Stores it for the next process. Two that overwrite each other only repeat work. @throws ServiceError unavailable */
export async function writeCursor(store: Store, cursor: string): Promise<void> {
  const put = new PutCommand({ TableName: store.table, Item: { ...following, cursor } });
  await reached(store.client.send(put, within(undefined)));
}

/** How far the items have been rewritten for a contract. */
export type Rewriting = { cursor: string; begunAt: string; isDone: boolean };

const rewriting = z.object({ cursor: z.string(), begunAt: z.string(), isDone: z.boolean() });

/** Undefined when nothing has been rewritten for a contract of that size. @throws ServiceError unavailable */
export async function readRewriting(store: Store, contract: number): Promise<Rewriting | undefined> {
  const Key = rewritingKey(contract);
  const get = new GetCommand({ TableName: store.table, Key, ConsistentRead: true });
  const { Item } = await reached(store.client.send(get, within(undefined)));
  return Item === undefined ? undefined : rewriting.parse(Item);
}

/** Marks a table whose items were all made with a contract of that size: nothing is rewritten. */
export function rewrittenItem(contract: number): { PK: string; SK: string } & Rewriting {
  return { ...rewritingKey(contract), cursor: '', begunAt: new Date(0).toISOString(), isDone: true };
}

/** Stores it for the process that goes on. @throws ServiceError unavailable */
export async function writeRewriting(store: Store, contract: number, state: Rewriting): Promise<void> {
  const put = new PutCommand({ TableName: store.table, Item: { ...rewritingKey(contract), ...state } });
  await reached(store.client.send(put, within(undefined)));
}

function rewritingKey(contract: number) {
  return { PK, SK: `REWRITING#${contract}` };
}
