import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { metadata, type ProfileItem } from './profile.ts';
import { reached, type Store, within } from './store.ts';

/** The owner of a medical record number. An item of its own, since an index over profiles cannot be read consistently. */
export type NumberItem = { PK: `NUMBER#${string}`; SK: typeof metadata; personId: string };

const numberItem = z.object({ personId: z.string() });

/** The item that finds a patient by their number; undefined for a person without a number. */
export function toNumberItem({
  PK: personId,
  medicalRecordNumber,
}: Pick<ProfileItem, 'PK' | 'medicalRecordNumber'>): NumberItem | undefined {
  return medicalRecordNumber === ''
    ? undefined
    : { PK: `NUMBER#${medicalRecordNumber}`, SK: metadata, personId };
}

/** Makes a patient findable by their number; a repeated call changes nothing. @throws ServiceError unavailable */
export async function keepNumber(
  store: Store,
  profile: Pick<ProfileItem, 'PK' | 'medicalRecordNumber'>,
  signal?: AbortSignal,
): Promise<void> {
  const Item = toNumberItem(profile);
  if (Item === undefined) return;
  await reached(store.client.send(new PutCommand({ TableName: store.table, Item }), within(signal)));
}

/** The person id that has this medical record number, given in its stored form. @throws ServiceError unavailable */
export async function findByNumber(
  store: Store,
  medicalRecordNumber: string,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const get = new GetCommand({
    TableName: store.table,
    Key: { PK: `NUMBER#${medicalRecordNumber}`, SK: metadata },
    ConsistentRead: true,
  });
  const { Item } = await reached(store.client.send(get, within(signal)));
  return Item === undefined ? undefined : numberItem.parse(Item).personId;
}
