import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileCache } from './compile-cache.ts';
import { accepts, answers, freePorts, loopback } from './ports.ts';
import { type Postgres, preparePostgres } from './postgres/postgres.ts';
import type { ProcessSpec } from './supervisor.ts';

export const region = 'eu-west-2';

/** What the AWS clients of every process send; the stand-ins take any credentials. */
export const awsEnv = { AWS_REGION: region, AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' };

/** Where decisions go that are over. */
export const archiveBucket = 'healthbooker-archive';
/** Documents of patients, the archive, and the proofs of the access log, which nobody can overwrite. */
const buckets = `healthbooker-documents,${archiveBucket},healthbooker-access-log:object-lock`;

export type Stores = {
  postgres: Postgres;
  specs: ProcessSpec[];
  urls: { dynamodb: string; redis: string; events: string; smtp: string; inbox: string; s3: string };
};

export type StoresOptions = {
  dataDir: string;
  /** Whether data must survive a crash of the operating system. */
  durable: boolean;
  maxConnections: number;
};

/** Prepares every store that a service talks to, each a process with its own free port and folder. */
export async function prepareStores({ dataDir, durable, maxConnections }: StoresOptions): Promise<Stores> {
  const [postgresPort, dynamodbPort, redisPort, eventsPort, inboxPort, smtpPort, s3Port] = (await freePorts(
    7,
  )) as [number, number, number, number, number, number, number];
  const postgres = await preparePostgres({ dataDir, port: postgresPort, durable, maxConnections });
  const urls = {
    dynamodb: `http://${loopback}:${dynamodbPort}`,
    redis: `redis://${loopback}:${redisPort}`,
    events: `http://${loopback}:${eventsPort}`,
    smtp: `smtp://${loopback}:${smtpPort}`,
    inbox: `http://${loopback}:${inboxPort}/inbox`,
    s3: `http://${loopback}:${s3Port}`,
  };
  return {
    postgres,
    urls,
    specs: [
      postgres.spec,
      nodeProcess({
        name: 'dynamodb',
        tier: 'store',
        main: 'stores/dynamodb.ts',
        env: { PORT: `${dynamodbPort}`, DATA_DIR: join(dataDir, 'dynamodb'), ...awsEnv },
        isReady: () => hasOpenStore(urls.dynamodb),
      }),
      nodeProcess({
        name: 'redis',
        tier: 'store',
        main: 'stores/redis.ts',
        env: { PORT: `${redisPort}` },
        isReady: () => accepts(redisPort),
      }),
      nodeProcess({
        name: 'events',
        tier: 'store',
        main: 'stores/events.ts',
        env: { PORT: `${eventsPort}`, DATA_DIR: join(dataDir, 'events'), ...awsEnv },
        isReady: () => answers(`${urls.events}/health`),
      }),
      nodeProcess({
        name: 'inbox',
        tier: 'store',
        main: 'inbox/main.ts',
        env: { PORT: `${inboxPort}`, SMTP_PORT: `${smtpPort}`, DATA_DIR: join(dataDir, 'inbox') },
        isReady: async () => (await answers(urls.inbox)) && accepts(smtpPort),
      }),
      nodeProcess({
        name: 's3',
        tier: 'store',
        main: 's3/main.ts',
        env: { PORT: `${s3Port}`, DATA_DIR: join(dataDir, 's3'), BUCKETS: buckets, ...awsEnv },
        isReady: () => accepts(s3Port),
      }),
    ],
  };
}

export type NodeProcess = Pick<ProcessSpec, 'name' | 'tier' | 'env' | 'isReady'> & { main: string };

/** A process of this Node running a TypeScript file, named from this folder. */
export function nodeProcess({ main, env, ...spec }: NodeProcess): ProcessSpec {
  return {
    ...spec,
    command: process.execPath,
    args: ['--enable-source-maps', fileURLToPath(new URL(main, import.meta.url))],
    env: { PATH: process.env['PATH'] ?? '', TZ: 'UTC', ...compileCache, ...env },
  };
}

/** Whether DynamoDB has its store open: it answers about a table, if only that there is none. */
async function hasOpenStore(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': 'DynamoDB_20120810.DescribeTable',
        'x-amz-date': new Date().toISOString().replaceAll(/[-:]|\.\d+/g, ''),
        authorization: `AWS4-HMAC-SHA256 Credential=local/20000101/${region}/dynamodb/aws4_request, SignedHeaders=host, Signature=0`,
      },
      body: JSON.stringify({ TableName: 'none' }),
      signal: AbortSignal.timeout(1000),
    });
    return (await response.text()).includes('ResourceNotFoundException');
  } catch {
    return false;
  }
}
