import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { EntryHeadline__Output } from '@healthbooker/protos/gen/healthbooker/ehr/v1/EntryHeadline';
import type { ReservationVersion__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ReservationVersion';
import { toInstant } from '../instant.ts';
import { readItem, slotOf } from './appointment-item.ts';
import { headlineAttributesOf, readHeadlineItem } from './record-headline.ts';
import { reached, type Store, within } from './store.ts';

/** A place on a person's timeline, newest first; the sort key decides between equal instants. */
export type TimelinePlace = { at: string; key: string };

export type TimelineEntry = TimelinePlace &
  ({ appointment: ReservationVersion__Output } | { headline: EntryHeadline__Output });

/** One megabyte each: some 20,000 items, far beyond any person. */
const pages_at_most = 8;

/**
 * Everything on one person's timeline, newest first. Keys are not in order of time, so the whole partition is read:
 * one request for anybody with less than a megabyte, which is some 2,000 appointments.
 * @throws ServiceError unavailable
 */
export async function readTimeline(
  store: Store,
  personId: string,
  signal?: AbortSignal,
): Promise<TimelineEntry[]> {
  const entries: TimelineEntry[] = [];
  const headlines = new Map<string, EntryHeadline__Output>();
  let from: Record<string, unknown> | undefined;
  for (let page = 0; page < pages_at_most; page += 1) {
    const query = new QueryCommand({
      TableName: store.table,
      KeyConditionExpression: 'PK = :person',
      ExpressionAttributeValues: { ':person': personId },
      ConsistentRead: true,
      ...(from === undefined ? {} : { ExclusiveStartKey: from }),
    });
    const { Items = [], LastEvaluatedKey } = await reached(store.client.send(query, within(signal)));
    for (const item of Items) {
      if (isKeyed(item, 'APPOINTMENT#')) {
        const appointment = readItem(item);
        entries.push({ at: toInstant(slotOf(appointment).startAt), key: String(item['SK']), appointment });
      } else if (isKeyed(item, 'RECORD#')) {
        const headline = readHeadlineItem(item);
        const known = headlines.get(headline.entryId);
        if (known === undefined || known.version < headline.version)
          headlines.set(headline.entryId, headline);
      }
    }
    from = LastEvaluatedKey;
    if (from === undefined) break;
  }
  for (const headline of headlines.values()) {
    entries.push({ at: headline.recordedAt, key: headlineAttributesOf(headline).SK, headline });
  }
  return entries.sort(newestFirst);
}

/** Orders by time, newest first. Instants are compared as such: one may carry milliseconds and another none. */
export function newestFirst(a: TimelinePlace, b: TimelinePlace): number {
  const byTime = Date.parse(b.at) - Date.parse(a.at);
  if (byTime !== 0) return byTime;
  return a.key < b.key ? 1 : a.key > b.key ? -1 : 0;
}

function isKeyed(item: Record<string, unknown>, prefix: string): boolean {
  const key = item['SK'];
  return typeof key === 'string' && key.startsWith(prefix);
}
