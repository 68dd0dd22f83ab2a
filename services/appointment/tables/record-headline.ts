import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { RecordHeadline } from '@healthbooker/protos/gen/healthbooker/appointment/v1/RecordHeadline';
import type { EntryHeadline__Output } from '@healthbooker/protos/gen/healthbooker/ehr/v1/EntryHeadline';
import { readEntryHeadline } from '@healthbooker/protos/gen/readers';
import { keptJson } from '@healthbooker/protos/kept-json';
import { reached, type Store, within } from './store.ts';

/** The attributes of an item beside its headline. All of them follow from the headline; `verify` compares them. */
export type HeadlineAttributes = {
  /** The patient's person id. */
  PK: string;
  SK: string;
  version: number;
};

/**
 * Says that an entry was written or amended. It holds no clinical text, since reading the table leaves no access row.
 * Each version has its own time and so its own item; when an entry has several items, the highest version counts.
 */
export type HeadlineItem = HeadlineAttributes & {
  /** The JSON of ehr.v1.EntryHeadline. */
  headline: string;
};

/**
 * The item of one version of an entry, with the attributes that the release before reads.
 * @throws Error when it lacks its kind or its time, which every entry has
 */
export function toHeadlineItem(headline: EntryHeadline__Output): HeadlineItem {
  const { entryId, kind, recordedAt } = headline;
  if (kind === '' || recordedAt === '')
    throw new Error(`the headline of entry ${entryId} has no kind or time`);
  const { patientId: _, authorId: providerId, ...flat } = headline;
  const forReleaseBefore = { ...flat, providerId };
  return {
    ...forReleaseBefore,
    ...headlineAttributesOf(headline),
    headline: keptJson(headline, 'EntryHeadline'),
  };
}

/** The attributes of an item beside its headline. */
export function headlineAttributesOf(headline: EntryHeadline__Output): HeadlineAttributes {
  const { patientId, entryId, recordedAt, version } = headline;
  return { PK: patientId, SK: `RECORD#${recordedAt}#${entryId}`, version };
}

/**
 * The headline that an item was made from. Items of earlier releases have its fields as attributes.
 * @throws Error naming the field that is not as the contract says
 */
export function readHeadlineItem(item: Readonly<Record<string, unknown>>): EntryHeadline__Output {
  const { headline, PK, SK: _, providerId, ...flat } = item;
  return readEntryHeadline(
    typeof headline === 'string' ? JSON.parse(headline) : { ...flat, patientId: PK, authorId: providerId },
  );
}

/** A headline as timelines show it. */
export function toRecordHeadline({ authorId, ...headline }: EntryHeadline__Output): RecordHeadline {
  return { ...headline, providerId: authorId };
}

/** Stores the headline of one version of an entry; a second copy changes nothing. @throws ServiceError unavailable */
export async function putHeadline(store: Store, headline: EntryHeadline__Output): Promise<void> {
  const put = new PutCommand({
    TableName: store.table,
    Item: toHeadlineItem(headline),
    ConditionExpression: 'attribute_not_exists(PK) or #version < :version',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':version': headline.version },
  });
  try {
    await reached(store.client.send(put, within(undefined)));
  } catch (err) {
    if (!(err instanceof ConditionalCheckFailedException)) throw err;
  }
}
