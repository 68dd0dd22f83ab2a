import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureResources } from '../resources.ts';
import { awsEnv } from '../stores.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { type ServiceProcess, startService } from './processes.ts';
import { identityEnv, workloadToken } from './tokens.ts';
import { testVariable } from './variables.ts';

export type SystemService =
  | 'scheduler'
  | 'appointment'
  | 'ehr'
  | 'notification'
  | 'patient-edge'
  | 'clinic-edge';

/** All services, each its own process, on databases, a table and queues of their own. */
export type TestSystem = {
  services: Record<SystemService, ServiceProcess>;
  /** As the owner of the tables connects. */
  databases: Record<'scheduler' | 'ehr' | 'notification', string>;
  /** As the services connect. */
  serviceDatabases: Record<'scheduler' | 'ehr' | 'notification', string>;
  /** The name of this system's DynamoDB table. */
  table: string;
  /** Where its services publish. */
  topicArn: string;
  stop(): Promise<void>;
};

const workloads = [
  ['appointment', 'scheduler'],
  ['ehr', 'scheduler'],
  ['ehr', 'appointment'],
  ['notification', 'scheduler'],
  ['notification', 'appointment'],
  ['patient-edge', 'appointment'],
  ['patient-edge', 'scheduler'],
  ['clinic-edge', 'appointment'],
  ['clinic-edge', 'scheduler'],
] as const;

/**
 * Starts the system on the stores of the test run. Callers present tokens of test/tokens.ts; rate limits are out of
 * the way.
 */
export async function startSystem(): Promise<TestSystem> {
  const id = randomBytes(6).toString('hex');
  const table = `PBHMS_Core_${id}`;
  const endpoints = {
    dynamodb: testVariable('HB_TEST_DYNAMODB_ENDPOINT'),
    events: testVariable('HB_TEST_AWS_ENDPOINT'),
  };
  const events = await ensureResources({ urls: endpoints }, table, `test-${id}`);
  const tokens = await writeWorkloadTokens();
  const opened: TestDatabase[] = [];
  const started: ServiceProcess[] = [];

  async function stop(): Promise<void> {
    // The callers first, so that nobody calls what has gone.
    for (const service of started.toReversed()) await service.end();
    for (const database of opened) await database.drop();
    rmSync(tokens, { recursive: true });
  }

  const shared = {
    ...awsEnv,
    ...identityEnv(),
    LOG_LEVEL: 'warn',
    DYNAMODB_ENDPOINT: endpoints.dynamodb,
    DYNAMODB_TABLE: table,
    REDIS_URL: testVariable('HB_TEST_REDIS_URL'),
    SNS_ENDPOINT: endpoints.events,
    SQS_ENDPOINT: endpoints.events,
    EVENTS_TOPIC_ARN: events.topicArn,
    SMTP_URL: testVariable('HB_TEST_SMTP_URL'),
    MAIL_FROM: 'HealthBooker <no-reply@healthbooker.example>',
    PRIVACY_MAIL_TO: 'privacy@healthbooker.example',
    PUBLIC_URL: 'http://localhost:8080',
    ENVIRONMENT: 'local',
    COGNITO_ENDPOINT: testVariable('HB_TEST_COGNITO_ENDPOINT'),
    COGNITO_BROWSER_ENDPOINT: testVariable('HB_TEST_COGNITO_ENDPOINT'),
    RATE_LIMIT_PERSON_PER_MINUTE: '1000000',
    RATE_LIMIT_ADDRESS_PER_MINUTE: '1000000',
  };

  async function start(name: SystemService, env: Record<string, string> = {}): Promise<ServiceProcess> {
    const service = await startService(name, { ...shared, WORKLOAD_TOKEN_DIR: join(tokens, name), ...env });
    started.push(service);
    return service;
  }

  async function database(name: 'scheduler' | 'ehr' | 'notification'): Promise<TestDatabase> {
    const created = await testDatabase(name);
    opened.push(created);
    return created;
  }

  try {
    const [scheduling, charts, ledger] = [
      await database('scheduler'),
      await database('ehr'),
      await database('notification'),
    ];
    const databases = { scheduler: scheduling.url, ehr: charts.url, notification: ledger.url };
    const serviceDatabases = {
      scheduler: scheduling.serviceUrl,
      ehr: charts.serviceUrl,
      notification: ledger.serviceUrl,
    };
    const scheduler = await start('scheduler', { DATABASE_URL: serviceDatabases.scheduler });
    const peers = { SCHEDULER_ADDRESS: scheduler.address };
    const appointment = await start('appointment', {
      ...peers,
      EVENTS_QUEUE_URL: events.queueUrls.appointment,
    });
    const known = { ...peers, APPOINTMENT_ADDRESS: appointment.address };
    const [ehr, notification] = await both([
      start('ehr', { ...known, DATABASE_URL: serviceDatabases.ehr }),
      start('notification', {
        ...known,
        DATABASE_URL: serviceDatabases.notification,
        EVENTS_QUEUE_URL: events.queueUrls.notification,
      }),
    ]);
    const all = {
      ...known,
      EHR_ADDRESS: ehr.address,
      NOTIFICATION_ADDRESS: notification.address,
    };
    const [patientEdge, clinicEdge] = await both([start('patient-edge', all), start('clinic-edge', all)]);
    return {
      services: {
        scheduler,
        appointment,
        ehr,
        notification,
        'patient-edge': patientEdge,
        'clinic-edge': clinicEdge,
      },
      databases,
      serviceDatabases,
      table,
      topicArn: events.topicArn,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Waits for two, also when the first fails: what is still starting could not be stopped. */
async function both<A, B>(starting: [Promise<A>, Promise<B>]): Promise<[A, B]> {
  await Promise.allSettled(starting);
  return Promise.all(starting);
}

/** A folder per caller with a file per callee, as Kubernetes projects them. Good for ten minutes unless `claims` say more. */
export async function writeWorkloadTokens(claims: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'workload-tokens-'));
  for (const [caller, callee] of workloads) {
    mkdirSync(join(root, caller), { recursive: true });
    writeFileSync(join(root, caller, callee), await workloadToken(caller, callee, claims), { mode: 0o600 });
  }
  return root;
}

/** The one problem-or-body answer of an edge, read as JSON. */
export type Answer = { status: number; headers: Headers; body: Record<string, unknown> };

/** Calls a route of an edge; a POST gets an Idempotency-Key of its own unless one is given. */
export async function callEdge(
  edge: ServiceProcess,
  method: string,
  path: string,
  options: { token?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const { token, body, headers } = options;
  const response = await fetch(`${edge.url}${path}`, {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : { text } };
}
