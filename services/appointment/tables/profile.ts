import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Profile__Output } from '@healthbooker/protos/gen/healthbooker/appointment/v1/Profile';
import { ServiceError } from '@healthbooker/runtime/errors';
import { z } from 'zod';
import { reached, type Store, within } from './store.ts';

/** The sort key of a person's profile. */
export const metadata = 'METADATA';

/** Legal name, birth date and sex; those that are not concerned are left out. */
const identityDetails = z.object({
  name: z.string().optional(),
  birthDate: z.string().optional(),
  sex: z.string().optional(),
});
export type IdentityDetails = z.infer<typeof identityDetails>;

/** What a patient asks reception to confirm. A request never changes, so that its id names exactly what was asked. */
export const identityRequest = z.object({
  id: z.string(),
  wanted: identityDetails,
  reason: z.string(),
  requestedAt: z.string(),
});
export type IdentityRequestItem = z.infer<typeof identityRequest>;

/** A request that was decided, or an address that changed. */
export const accountChange = z.discriminatedUnion('kind', [
  identityRequest.extend({
    kind: z.enum(['confirmed', 'refused']),
    at: z.string(),
    before: identityDetails,
    decidedBy: z.string(),
    evidence: z.string(),
    refusal: z.string(),
  }),
  z.object({
    kind: z.enum(['email', 'phone']),
    id: z.string(),
    at: z.string(),
    before: z.string(),
    after: z.string(),
  }),
]);
export type AccountChange = z.infer<typeof accountChange>;

/** A person's profile as the table keeps it. To add a field, see README.md. */
export const profileItem = z.object({
  /** Person id. */
  PK: z.string(),
  SK: z.literal(metadata),
  /** Lower-case; absent when not known, since an index key may not be empty. */
  email: z.string().optional(),
  role: z.enum(['patient', 'provider', 'receptionist', 'privacy', 'admin', 'manager']),
  name: z.string(),
  birthDate: z.string(),
  sex: z.string(),
  phone: z.string(),
  medicalRecordNumber: z.string(),
  timeZone: z.string(),
  language: z.string(),
  accessNeeds: z.array(z.string()),
  /** Their own to change; empty for none. */
  preferredName: z.string().default(''),
  /** The one request that waits for reception. */
  identityRequest: identityRequest.optional(),
  /** How many requests were made on a day (UTC). */
  identityAsked: z.object({ date: z.string(), count: z.number() }).optional(),
  /** What reception replaced, newest first. */
  formerly: z.array(identityDetails.extend({ until: z.string() })).default([]),
  /** The newest change, which gets an item of its own before the next one (account-change.ts). */
  lastChange: accountChange.optional(),
  /** Empty until the person says it. */
  postcode: z.string().default(''),
  version: z.number(),
});

export type ProfileItem = z.infer<typeof profileItem>;
/** Fields that change after creation; null removes one. */
export type ProfileChange = {
  [Field in Exclude<keyof ProfileItem, 'PK' | 'SK' | 'version'>]?: ProfileItem[Field] | null | undefined;
};

/** A person's profile, or undefined. Always the newest. @throws ServiceError unavailable */
export async function findProfile(
  store: Store,
  personId: string,
  signal?: AbortSignal,
): Promise<ProfileItem | undefined> {
  const get = new GetCommand({
    TableName: store.table,
    Key: { PK: personId, SK: metadata },
    ConsistentRead: true,
  });
  const { Item } = await reached(store.client.send(get, within(signal)));
  return Item === undefined ? undefined : profileItem.parse(Item);
}

/** Stores a new profile; false when the person has one already. @throws ServiceError unavailable */
export async function createProfile(store: Store, item: ProfileItem, signal?: AbortSignal): Promise<boolean> {
  const put = new PutCommand({
    TableName: store.table,
    Item: item,
    ConditionExpression: 'attribute_not_exists(PK)',
  });
  try {
    await reached(store.client.send(put, within(signal)));
    return true;
  } catch (err) {
    if (err instanceof ConditionalCheckFailedException) return false;
    throw err;
  }
}

/**
 * Changes the given fields and raises the version by one, if the profile still has the expected version.
 * Undefined when it has another version or does not exist. @throws ServiceError unavailable
 */
export async function changeProfile(
  store: Store,
  personId: string,
  expectedVersion: number,
  change: ProfileChange,
  signal?: AbortSignal,
): Promise<ProfileItem | undefined> {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  const fields = given.filter(([, value]) => value !== null);
  const gone = given.flatMap(([name, value]) => (value === null ? [`#${name}`] : []));
  const update = new UpdateCommand({
    TableName: store.table,
    Key: { PK: personId, SK: metadata },
    UpdateExpression: [
      `set ${['version', ...fields.map(([name]) => name)].map((name) => `#${name} = :${name}`).join(', ')}`,
      ...(gone.length > 0 ? [`remove ${gone.join(', ')}`] : []),
    ].join(' '),
    ConditionExpression: '#version = :expected',
    ExpressionAttributeNames: Object.fromEntries(
      ['version', ...given.map(([name]) => name)].map((name) => [`#${name}`, name]),
    ),
    ExpressionAttributeValues: {
      ':expected': expectedVersion,
      ':version': expectedVersion + 1,
      ...Object.fromEntries(fields.map(([name, value]) => [`:${name}`, value])),
    },
    ReturnValues: 'ALL_NEW',
  });
  try {
    const { Attributes } = await reached(store.client.send(update, within(signal)));
    return profileItem.parse(Attributes);
  } catch (err) {
    if (err instanceof ConditionalCheckFailedException) return undefined;
    throw err;
  }
}

/** The table leaves out keys when an answer would be too large or when it is throttled: how often they are asked again. */
const batch_tries = 3;

/** The profiles of at most 100 different people; unknown ones are left out. @throws ServiceError unavailable */
export async function findProfiles(
  store: Store,
  personIds: readonly string[],
  signal?: AbortSignal,
): Promise<ProfileItem[]> {
  const found: ProfileItem[] = [];
  let keys: Record<string, unknown>[] = personIds.map((PK) => ({ PK, SK: metadata }));
  for (let attempt = 0; keys.length > 0; attempt += 1) {
    if (attempt === batch_tries) {
      throw new ServiceError('unavailable', 'The list of people is busy.', { retryAfterMs: 1000 });
    }
    const get = new BatchGetCommand({ RequestItems: { [store.table]: { Keys: keys } } });
    const { Responses, UnprocessedKeys } = await reached(store.client.send(get, within(signal)));
    for (const item of Responses?.[store.table] ?? []) found.push(profileItem.parse(item));
    keys = UnprocessedKeys?.[store.table]?.Keys ?? [];
  }
  return found;
}

/** A whole profile in the contract's names. A form saves what it was given: a missing field would be emptied. */
export function toProfile(item: ProfileItem): Profile__Output {
  const { PK: personId, email = '', role, name, birthDate, sex, phone, medicalRecordNumber } = item;
  const { timeZone, language, accessNeeds, preferredName, postcode, version } = item;
  return {
    personId,
    email,
    role,
    name,
    birthDate,
    sex,
    phone,
    medicalRecordNumber,
    timeZone,
    language,
    accessNeeds,
    preferredName,
    postcode,
    version,
  };
}
