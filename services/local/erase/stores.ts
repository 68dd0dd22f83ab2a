import { type Bucket, openBucket } from '@healthbooker/runtime/bucket';
import pg from 'pg';
import { awsEnv } from '../stores.ts';
import { openTable, type Table } from '../verify/items.ts';

const databases = ['scheduler', 'ehr', 'notification'] as const;
export type Database = (typeof databases)[number];

/** Where everything about a person is: the databases as their owners connect, the table, the archive of decisions. */
export type Addresses = {
  owners: Readonly<Record<Database, string>>;
  dynamodb: { endpoint: string; table: string };
  archive: { endpoint: string; bucket: string };
};

export type Stores = Readonly<Record<Database, pg.Client>> & { table: Table; archive: Bucket };

/** The list of those who are due, and `access` of the scheduler, are read once through. */
const statement_ms = 600_000;

/** Opens all stores, runs `work`, and closes them. */
export async function withStores<Result>(
  { owners, dynamodb, archive }: Addresses,
  work: (stores: Stores) => Promise<Result>,
): Promise<Result> {
  const clients = databases.map((name) => {
    const client = new pg.Client({
      connectionString: owners[name],
      connectionTimeoutMillis: 5000,
      statement_timeout: statement_ms,
    });
    // A connection that breaks between two statements: the next statement says so.
    client.on('error', () => undefined);
    return [name, client] as const;
  });
  const table = openTable(dynamodb);
  const { AWS_REGION } = awsEnv;
  const bucket = openBucket(archive.bucket, { AWS_REGION, S3_ENDPOINT: archive.endpoint });
  try {
    for (const [, client] of clients) await client.connect();
    return await work({
      ...(Object.fromEntries(clients) as Record<Database, pg.Client>),
      table,
      archive: bucket,
    });
  } finally {
    table.close();
    bucket.close();
    for (const [, client] of clients) await client.end();
  }
}

/** The one value of the one row that a call of a function answers. */
export async function answerOf<Value>(
  client: pg.Client,
  call: string,
  parameters: readonly unknown[],
): Promise<Value | null> {
  const { rows } = await client.query<{ value: Value | null }>(`select ${call} as value`, [...parameters]);
  return rows[0]?.value ?? null;
}
