import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { attachmentText, type ReceivedMail } from '@healthbooker/local/test/inbox';
import type { PortalStack } from './stack.ts';

type Row = Record<string, unknown>;

/** Everything about an appointment that stands in PostgreSQL: the reservation and its versions in order. */
export async function storedBooking(
  { hospital: { pool } }: PortalStack,
  appointmentId: string,
): Promise<{ reservation: Row; decisions: number[]; events: number[] }> {
  const [reservations, decisions, events] = await Promise.all([
    pool.query('select * from reservation where appointment_id = $1', [appointmentId]),
    pool.query('select version from decision where appointment_id = $1 order by version', [appointmentId]),
    pool.query('select version from event_view where key = $1 order by version', [appointmentId]),
  ]);
  assert.equal(reservations.rowCount, 1);
  return {
    reservation: reservations.rows[0],
    decisions: decisions.rows.map(({ version }) => version),
    events: events.rows.map(({ version }) => version),
  };
}

/** The appointment's item, once it has this version. */
export async function storedItem(
  { items, table }: PortalStack,
  { patientId, appointmentId, version }: { patientId: string; appointmentId: string; version: number },
): Promise<Row> {
  return eventually(`version ${version} of the item`, async () => {
    const { Item } = await items.send(
      new GetCommand({
        TableName: table,
        Key: { PK: patientId, SK: `APPOINTMENT#${appointmentId}` },
        ConsistentRead: true,
      }),
    );
    return Item?.['version'] === version ? Item : undefined;
  });
}

/** The headlines of a patient's record in the table, once there are some. */
export async function storedHeadlines({ items, table }: PortalStack, patientId: string): Promise<Row[]> {
  return eventually('a headline of the record', async () => {
    const { Items = [] } = await items.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'PK = :person and begins_with(SK, :record)',
        ExpressionAttributeValues: { ':person': patientId, ':record': 'RECORD#' },
        ConsistentRead: true,
      }),
    );
    return Items.length > 0 ? Items : undefined;
  });
}

/** The calendar of a mail, unfolded. */
export async function calendarOf({ attachments }: ReceivedMail): Promise<string> {
  const calendar = attachments.find(({ contentType }) => contentType.startsWith('text/calendar'));
  assert.ok(calendar, 'the mail has no calendar');
  return (await attachmentText(calendar)).replaceAll(/\r\n[ \t]/g, '');
}

/** What `find` finds, as soon as it does. */
export async function eventually<T>(what: string, find: () => Promise<T | undefined>): Promise<T> {
  const until = performance.now() + 15_000;
  for (;;) {
    const found = await find();
    if (found !== undefined) return found;
    if (performance.now() > until) throw new Error(`${what}: not within 15 s`);
    await sleep(100);
  }
}
