import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { awsEnv, region } from '../stores.ts';

export type AppointmentRow = { patientId: string; version: number; status: string; startAt: string };
export type HeadlineRow = { patientId: string; visible: boolean };

export type Items = {
  /** By appointment id. */
  appointments: Map<string, AppointmentRow>;
  /** By entry id and version: `<entry id>/<version>`. */
  headlines: Map<string, HeadlineRow>;
};

/** Reads the whole table. Only a check may do so; services never scan. */
export async function readItems({ endpoint, table }: { endpoint: string; table: string }): Promise<Items> {
  const credentials = {
    accessKeyId: awsEnv.AWS_ACCESS_KEY_ID,
    secretAccessKey: awsEnv.AWS_SECRET_ACCESS_KEY,
  };
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint, region, credentials }));
  const items: Items = { appointments: new Map(), headlines: new Map() };
  try {
    for await (const { Items = [] } of paginateScan({ client }, { TableName: table, ConsistentRead: true })) {
      for (const item of Items) sortIn(items, item);
    }
  } finally {
    client.destroy();
  }
  return items;
}

function sortIn(items: Items, item: Record<string, unknown>): void {
  const [kind] = String(item['SK']).split('#', 1);
  const patientId = String(item['PK']);
  const version = Number(item['version']);
  if (kind === 'APPOINTMENT') {
    items.appointments.set(String(item['appointmentId']), {
      patientId,
      version,
      status: String(item['status']),
      startAt: String(item['appointmentDate']),
    });
  } else if (kind === 'RECORD') {
    items.headlines.set(`${item['entryId']}/${version}`, { patientId, visible: item['visible'] === true });
  }
}
