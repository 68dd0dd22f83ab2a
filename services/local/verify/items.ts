import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  paginateQuery,
  paginateScan,
  type QueryCommandInput,
  type ScanCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { providerScheduleIndex } from '@healthbooker/appointment/tables/create-table';
import { awsEnv, region } from '../stores.ts';
import { StoreUnread } from './sql.ts';

export type Item = Record<string, unknown>;
export type Key = { PK: string; SK: string };

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
  client.middlewareStack.add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        throw new StoreUnread(`table ${table}`, error);
      }
    },
    { step: 'initialize' },
  );
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

/** Every item whose sort key begins so, by the page. Only a check may scan; services never do. */
export async function* scanItems(table: Table, prefix: string): AsyncGenerator<Item[]> {
  const scan: ScanCommandInput = {
    TableName: table.name,
    ConsistentRead: true,
    FilterExpression: 'begins_with(SK, :prefix)',
    ExpressionAttributeValues: { ':prefix': prefix },
    ...ofAnItem,
  };
  for await (const { Items = [] } of paginateScan({ client: table.client }, scan)) {
    if (Items.length > 0) yield Items;
  }
}

/** Appointments of a provider that were changed since an instant, of the visits that begin after another, by the page. */
export function changedItemsOf(
  table: Table,
  providerId: string,
  { startFrom, changedFrom }: { startFrom: Date; changedFrom: Date },
): AsyncGenerator<Item[]> {
  return query(table, {
    TableName: table.name,
    IndexName: providerScheduleIndex,
    KeyConditionExpression: 'providerId = :provider and appointmentDate >= :start',
    FilterExpression: 'begins_with(SK, :prefix) and changedAt >= :changed',
    ExpressionAttributeValues: {
      ':provider': providerId,
      ':start': toTheSecond(startFrom),
      ':changed': toTheSecond(changedFrom),
      ':prefix': 'APPOINTMENT#',
    },
  });
}

/** Headlines of a patient that were recorded since an instant, by the page. */
export function headlinesOf(table: Table, patientId: string, since: Date): AsyncGenerator<Item[]> {
  return query(table, {
    TableName: table.name,
    ConsistentRead: true,
    KeyConditionExpression: 'PK = :patient and SK between :first and :last',
    ExpressionAttributeValues: {
      ':patient': patientId,
      ':first': `RECORD#${toTheSecond(since)}`,
      ':last': 'RECORD#~',
    },
  });
}

async function* query(table: Table, what: QueryCommandInput): AsyncGenerator<Item[]> {
  for await (const { Items = [] } of paginateQuery({ client: table.client }, { ...what, ...ofAnItem })) {
    if (Items.length > 0) yield Items;
  }
}

/** What tells an item of the table from the others. */
const ofAnItem = {
  ProjectionExpression: 'PK, SK, #version',
  ExpressionAttributeNames: { '#version': 'version' },
};

/** Without the zone: text of the same second sorts behind it, with and without milliseconds. */
function toTheSecond(instant: Date): string {
  return instant.toISOString().slice(0, 'YYYY-MM-DDTHH:MM:SS'.length);
}
