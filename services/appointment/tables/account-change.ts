import { randomBytes } from 'node:crypto';
import { DeleteCommand, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import {
  type AccountChange,
  accountChange,
  changeProfile,
  type ProfileChange,
  type ProfileItem,
} from './profile.ts';
import { reached, type Store, within } from './store.ts';

/** How many decided requests are shown at most. */
const shown_changes = 20;
/** How many notices are handed over at once. */
const notices_at_once = 100;
/** The list of notices to be sent. A notice is removed when notification has stored it. */
const noticesKey = 'NOTICES';

const noticeItem = z.object({
  SK: z.string(),
  personId: z.string(),
  kind: z.enum(['confirmed', 'refused', 'email', 'phone']),
  at: z.string(),
});
export type NoticeItem = z.infer<typeof noticeItem>;
type Kind = AccountChange['kind'];

/** An id that sorts by when it was made (UUID version 7, RFC 9562). */
export function idAt(now: Date): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now.getTime(), 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/**
 * Changes a profile that is still as it was read, and stores what is kept of the change in the same write. The notice is
 * listed before, so that a change is always told; `findChange` then shows whether the change really happened.
 * Undefined when the profile has changed meanwhile. @throws ServiceError unavailable
 */
export async function changeAccount(
  store: Store,
  profile: ProfileItem,
  fields: ProfileChange,
  change: AccountChange,
  signal?: AbortSignal,
): Promise<ProfileItem | undefined> {
  const { PK, version, lastChange } = profile;
  if (lastChange !== undefined) {
    const Item = { PK, SK: sortKey(lastChange.kind, lastChange.id), ...lastChange };
    await reached(store.client.send(new PutCommand({ TableName: store.table, Item }), within(signal)));
  }
  const notice = { PK: noticesKey, SK: change.id, personId: PK, kind: change.kind, at: change.at };
  await reached(store.client.send(new PutCommand({ TableName: store.table, Item: notice }), within(signal)));
  return changeProfile(store, PK, version, { ...fields, lastChange: change }, signal);
}

/** The change with this id; undefined when it did not happen. @throws ServiceError unavailable */
export async function findChange(
  store: Store,
  { PK, lastChange }: Pick<ProfileItem, 'PK' | 'lastChange'>,
  kind: Kind,
  id: string,
  signal?: AbortSignal,
): Promise<AccountChange | undefined> {
  if (lastChange?.id === id) return lastChange;
  const get = new GetCommand({
    TableName: store.table,
    Key: { PK, SK: sortKey(kind, id) },
    ConsistentRead: true,
  });
  const { Item } = await reached(store.client.send(get, within(signal)));
  return Item === undefined ? undefined : accountChange.parse(Item);
}

/** The decided requests of a person, newest first, at most 20. @throws ServiceError unavailable */
export async function listDecided(
  store: Store,
  { PK, lastChange }: Pick<ProfileItem, 'PK' | 'lastChange'>,
  signal?: AbortSignal,
): Promise<Decided[]> {
  const query = new QueryCommand({
    TableName: store.table,
    KeyConditionExpression: 'PK = :person and begins_with(SK, :identity)',
    ExpressionAttributeValues: { ':person': PK, ':identity': 'IDENTITY#' },
    ScanIndexForward: false,
    ConsistentRead: true,
    Limit: shown_changes,
  });
  const { Items = [] } = await reached(store.client.send(query, within(signal)));
  const kept = Items.map((item) => accountChange.parse(item));
  const isKept = kept.some(({ id }) => id === lastChange?.id);
  return [...(lastChange === undefined || isKept ? [] : [lastChange]), ...kept]
    .filter(isDecided)
    .slice(0, shown_changes);
}

export type Decided = Extract<AccountChange, { decidedBy: string }>;

function isDecided(change: AccountChange): change is Decided {
  return change.kind === 'confirmed' || change.kind === 'refused';
}

/** The notices to be sent, at most 100. @throws ServiceError unavailable */
export async function listNotices(store: Store, signal?: AbortSignal): Promise<NoticeItem[]> {
  const query = new QueryCommand({
    TableName: store.table,
    KeyConditionExpression: 'PK = :notices',
    ExpressionAttributeValues: { ':notices': noticesKey },
    ConsistentRead: true,
    Limit: notices_at_once,
  });
  const { Items = [] } = await reached(store.client.send(query, within(signal)));
  return Items.map((item) => noticeItem.parse(item));
}

/** Removes notices from the list; a missing one is no error. @throws ServiceError unavailable */
export async function removeNotices(
  store: Store,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<void> {
  await Promise.all(
    ids.map((SK) => {
      const remove = new DeleteCommand({ TableName: store.table, Key: { PK: noticesKey, SK } });
      return reached(store.client.send(remove, within(signal)));
    }),
  );
}

function sortKey(kind: Kind, id: string): string {
  return `${kind === 'email' || kind === 'phone' ? 'CONTACT' : 'IDENTITY'}#${id}`;
}
