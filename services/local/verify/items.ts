import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { awsEnv, region } from '../stores.ts';

export type Item = Record<string, unknown>;
type Key = { PK: string; SK: string };

export type Table = { name: string; client: DynamoDBDocumentClient; close(): void };

/** As many keys as DynamoDB takes in one request. */
const keys_at_once = 100;

/** Opens the table that a check reads. */
export function openTable({ endpoint, table }: { endpoint: string; table: string }): Table {
  const credentials = {
    accessKeyId: awsEnv.AWS_ACCESS_KEY_ID,
    secretAccessKey: awsEnv.AWS_SECRET_ACCESS_KEY,
  };
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint, region, credentials }));
  return { name: table, client, close: () => client.destroy() };
}

/** The items that there are of these keys, by `<PK> <SK>`, as last written. */
export async function findItems(table: Table, keys: readonly Key[]): Promise<Map<string, Item>> {
  const found = new Map<string, Item>();
  for (let at = 0; at < keys.length; at += keys_at_once) {
    let Keys: Item[] = keys.slice(at, at + keys_at_once);
    while (Keys.length > 0) {
      const { Responses, UnprocessedKeys } = await table.client.send(
        new BatchGetCommand({ RequestItems: { [table.name]: { Keys, ConsistentRead: true } } }),
      );
      for (const item of Responses?.[table.name] ?? []) found.set(`${item['PK']} ${item['SK']}`, item);
      // What did not fit into an answer of 16 MB.
      Keys = UnprocessedKeys?.[table.name]?.Keys ?? [];
    }
  }
  return found;
}

/** Every appointment that changed since an instant, by the page. Only a check may scan; services never do. */
export async function* walkAppointments(
  { client, name }: Table,
  since: Date,
): AsyncGenerator<{ id: string; patientId: string }[]> {
  const pages = paginateScan(
    { client },
    {
      TableName: name,
      ConsistentRead: true,
      FilterExpression: 'begins_with(SK, :appointment) and changedAt >= :since',
      ExpressionAttributeValues: {
        ':appointment': 'APPOINTMENT#',
        // Without the zone: text of the same second sorts behind it, with and without milliseconds.
        ':since': since.toISOString().slice(0, 'YYYY-MM-DDTHH:MM:SS'.length),
      },
      ProjectionExpression: 'PK, appointmentId',
    },
  );
  for await (const { Items = [] } of pages) {
    if (Items.length > 0) {
      yield Items.map((item) => ({ id: String(item['appointmentId']), patientId: String(item['PK']) }));
    }
  }
}
