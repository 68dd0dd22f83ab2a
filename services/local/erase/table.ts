import { DeleteCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { owedKeys } from '@healthbooker/appointment/tables/owed';
import { toNumberItem } from '@healthbooker/appointment/tables/patient-number';
import { metadata, type ProfileItem, profileItem } from '@healthbooker/appointment/tables/profile';
import { findItems, type Item, type Key, type Table } from '../verify/items.ts';

/** The profile of a person; undefined when there is none. */
export async function findProfile(table: Table, personId: string): Promise<ProfileItem | undefined> {
  const [item] = (await findItems(table, [{ PK: personId, SK: metadata }])).values();
  return item === undefined ? undefined : profileItem.parse(item);
}

/** When a profile last changed, as far as it says so. */
export function profileContact({
  lastChange,
  identityRequest,
  identityAsked,
  formerly,
}: ProfileItem): Date | undefined {
  const times = [
    lastChange?.at,
    identityRequest?.requestedAt,
    identityAsked?.date,
    ...formerly.map(({ until }) => until),
  ];
  const latest = Math.max(...times.flatMap((time) => (time === undefined ? [] : Date.parse(time))));
  return Number.isFinite(latest) ? new Date(latest) : undefined;
}

/**
 * Removes every item of a person: the profile last, since it leads to their number. How many went, by what they are.
 * What was removed before is not counted.
 */
export async function removeItems(table: Table, personId: string): Promise<Record<string, number>> {
  const profile = await findProfile(table, personId);
  const number = profile && toNumberItem(profile);
  const numbers =
    number === undefined ? [] : [...(await findItems(table, [{ PK: number.PK, SK: number.SK }])).values()];
  const lists: Item[] = [];
  for (const list of Object.values(owedKeys)) {
    lists.push(...(await itemsOf(table, list)).filter((item) => item['personId'] === personId));
  }
  const own = await itemsOf(table, personId);
  own.sort((a, b) => Number(a['SK'] === metadata) - Number(b['SK'] === metadata));
  const counts: Record<string, number> = {};
  // A number that another person has by now is theirs.
  const owned = numbers.filter((item) => item['personId'] === personId);
  for (const { PK, SK } of [...owned, ...lists, ...own] as Key[]) {
    await table.client.send(new DeleteCommand({ TableName: table.name, Key: { PK, SK } }));
    const kind = PK === personId ? (SK.split('#')[0] ?? SK) : (PK.split('#')[0] ?? PK);
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

/** All items under a key, as last written. */
async function itemsOf(table: Table, PK: string): Promise<Item[]> {
  const items: Item[] = [];
  const pages = paginateQuery(
    { client: table.client },
    {
      TableName: table.name,
      ConsistentRead: true,
      KeyConditionExpression: 'PK = :key',
      ExpressionAttributeValues: { ':key': PK },
      ProjectionExpression: 'PK, SK, personId',
    },
  );
  for await (const { Items = [] } of pages) items.push(...Items);
  return items;
}
