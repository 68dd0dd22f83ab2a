import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { reached, type Store, within } from './store.ts';

/**
 * That an entry was written or amended: no clinical text, since reading the table leaves no access row.
 * A version has its own time and so its own item; of an entry's items the highest version counts.
 */
export const headlineItem = z.object({
  /** The patient's person id. */
  PK: z.string(),
  SK: z.string().startsWith('RECORD#'),
  entryId: z.string(),
  version: z.number(),
  kind: z.string(),
  recordedAt: z.string(),
  providerId: z.string(),
  /** Whether the patient may know of this version. */
  visible: z.boolean(),
});

export type HeadlineItem = z.infer<typeof headlineItem>;

/** Data of a `record.added` event. */
export const recordAdded = z.object({
  patientId: z.guid(),
  entryId: z.guid(),
  version: z.int().min(1),
  kind: z.string().max(64),
  recordedAt: z.iso.datetime(),
  authorId: z.guid(),
  visible: z.boolean(),
});

/** Stores the headline of one version of an entry; a second copy changes nothing. @throws ServiceError unavailable */
export async function putHeadline(store: Store, event: z.infer<typeof recordAdded>): Promise<void> {
  const { patientId, entryId, version, kind, recordedAt, authorId, visible } = event;
  const item: HeadlineItem = {
    PK: patientId,
    SK: `RECORD#${recordedAt}#${entryId}`,
    entryId,
    version,
    kind,
    recordedAt,
    providerId: authorId,
    visible,
  };
  const put = new PutCommand({
    TableName: store.table,
    Item: item,
    ConditionExpression: 'attribute_not_exists(PK) or #version < :version',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':version': version },
  });
  try {
    await reached(store.client.send(put, within(undefined)));
  } catch (err) {
    if (!(err instanceof ConditionalCheckFailedException)) throw err;
  }
}
