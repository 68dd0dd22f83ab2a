import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { CreateQueueCommand, GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { appointmentConfig } from '@healthbooker/appointment/config';
import { create as createAppointment } from '@healthbooker/appointment/service';
import { ensureTable } from '@healthbooker/appointment/tables/create-table';
import { testDatabase } from '@healthbooker/local/test/database';
import { testEvents } from '@healthbooker/local/test/events';
import { testHospital } from '@healthbooker/local/test/hospital';
import { accessToken, identityEnv, vouched, workloadToken } from '@healthbooker/local/test/tokens';
import { testVariable } from '@healthbooker/local/test/variables';
import type { AppointmentServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/AppointmentService';
import type { IdentityServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/IdentityService';
import type { NotificationServiceDefinition } from '@healthbooker/protos/gen/healthbooker/notification/v1/NotificationService';
import type { Reservation__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Reservation';
import { ServiceError } from '@healthbooker/runtime/errors';
import { createClient } from '@healthbooker/runtime/grpc-client';
import type { Service } from '@healthbooker/runtime/lifecycle';
import { createLogger } from '@healthbooker/runtime/log';
import { createMetrics } from '@healthbooker/runtime/metrics';
import { newTrace } from '@healthbooker/runtime/trace';
import { schedulerConfig } from '@healthbooker/scheduler/config';
import { create as createScheduler } from '@healthbooker/scheduler/service';
import pg from 'pg';
import { notificationConfig } from '../config.ts';
import type { SenderTiming } from '../sender.ts';
import { create } from '../service.ts';
import { type SmtpLine, smtpLine } from './smtp-line.ts';

const day_ms = 86_400_000;
export const privacyMailbox = 'privacy@healthbooker.example';
const symptoms = { emergencySigns: false, gettingWorse: false, limitsDailyLife: false, longStanding: true };

export type LedgerEntry = {
  id: string;
  template: string;
  subject_version: number;
  state: string;
  tries: number;
  failure: string;
  mail_subject: string | null;
  mail_calendar: string | null;
};

export type World = Awaited<ReturnType<typeof startWorld>>;
export type Patient = Awaited<ReturnType<World['patient']>>;

/** Everything one call needs, by token. */
export function as(token: string) {
  return { token, deadline: Date.now() + 5000, trace: newTrace() };
}

/** Waits until `check` gives something other than undefined or false. */
export async function until<T>(check: () => Promise<T | undefined | false>, within_ms = 10_000): Promise<T> {
  const deadline = performance.now() + within_ms;
  for (;;) {
    const found = await check();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > deadline) throw new Error(`It did not happen within ${within_ms} ms`);
    await new Promise((done) => setTimeout(done, 25));
  }
}

/**
 * The real scheduler, appointment and notification services of one test file on stores of their own, with a line to
 * the mail server that can be cut. Notification is started by the test, once or more often.
 */
export async function startWorld() {
  const [schedulerDatabase, ledgerDatabase, events, tokenDir, line] = await Promise.all([
    testDatabase('scheduler'),
    testDatabase('notification'),
    testEvents(),
    mkdtemp(join(tmpdir(), 'workload-')),
    smtpLine(),
  ]);
  const unheard = await testEvents();
  Object.assign(process.env, events.env);
  for (const callee of ['scheduler', 'appointment']) {
    await writeFile(join(tokenDir, callee), await workloadToken('notification', callee));
  }
  const common = {
    NODE_ENV: 'test',
    LOG_LEVEL: process.env['HB_TEST_LOG'] ? 'debug' : 'silent',
    HOST: '127.0.0.1',
    REDIS_URL: testVariable('HB_TEST_REDIS_URL'),
    WORKLOAD_TOKEN_DIR: tokenDir,
    DYNAMODB_ENDPOINT: testVariable('HB_TEST_DYNAMODB_ENDPOINT'),
    DYNAMODB_TABLE: `core-${randomUUID()}`,
    ...events.env,
    ...identityEnv(),
  };
  const dynamodb = new DynamoDBClient({
    endpoint: common.DYNAMODB_ENDPOINT,
    region: identityEnv()['AWS_REGION'] ?? '',
  });
  await ensureTable(dynamodb, common.DYNAMODB_TABLE);
  const items = DynamoDBDocumentClient.from(dynamodb);
  const hospital = await testHospital(schedulerDatabase.url);
  const slots = await hospital.addSlots(
    new Date(Math.ceil(Date.now() / day_ms + 5) * day_ms + 36_000_000),
    100,
  );
  const aws = { endpoint: events.env['SQS_ENDPOINT'] ?? '', region: identityEnv()['AWS_REGION'] ?? '' };
  const ledger = new pg.Pool({ connectionString: ledgerDatabase.url, max: 4 });

  async function startScheduler(port = 0): Promise<{ service: Service; address: string }> {
    const env = { ...common, DATABASE_URL: schedulerDatabase.serviceUrl, GRPC_PORT: String(port) };
    const config = schedulerConfig(env);
    const service = await createScheduler(config, { log: createLogger('scheduler', config.LOG_LEVEL) });
    const { ports } = await service.start();
    return { service, address: `127.0.0.1:${ports['grpc']}` };
  }

  let scheduler = await startScheduler();
  const schedulerAddress = scheduler.address;
  const appointmentEnv = { ...common, ...unheard.env, SCHEDULER_ADDRESS: schedulerAddress };
  const appointment = await createAppointment(appointmentConfig(appointmentEnv), {
    log: createLogger('appointment', common.LOG_LEVEL === 'debug' ? 'debug' : 'silent'),
  });
  const appointmentPorts = (await appointment.start()).ports;
  const appointmentAddress = `127.0.0.1:${appointmentPorts['grpc']}`;
  const appointments = createClient<AppointmentServiceDefinition>({
    protoService: 'healthbooker.appointment.v1.AppointmentService',
    address: appointmentAddress,
    metrics: createMetrics('test'),
  });

  const identity = createClient<IdentityServiceDefinition>({
    protoService: 'healthbooker.appointment.v1.IdentityService',
    address: appointmentAddress,
    metrics: createMetrics('test'),
  });

  /** The variables of a notification service on these stores. */
  const env = {
    ...common,
    DATABASE_URL: ledgerDatabase.serviceUrl,
    DATABASE_POOL_MAX: '4',
    SCHEDULER_ADDRESS: schedulerAddress,
    APPOINTMENT_ADDRESS: appointmentAddress,
    SMTP_URL: line.url,
    MAIL_FROM: 'HealthBooker <no-reply@healthbooker.example>',
    PRIVACY_MAIL_TO: privacyMailbox,
    PUBLIC_URL: 'https://portal.example',
    RECONCILE_INTERVAL_MS: '600000',
  };
  const running = new Set<Service>();

  /**
   * A queue that gets what is published from now on. Every service under test has its own: what a queue handed to
   * one that was just stopping stays hidden for half a minute.
   */
  async function freshQueue(): Promise<string> {
    const sqs = new SQSClient(aws);
    const sns = new SNSClient(aws);
    const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName: `test-${randomUUID()}` }));
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }),
    );
    await sns.send(
      new SubscribeCommand({
        TopicArn: events.topicArn,
        Protocol: 'sqs',
        Endpoint: Attributes?.QueueArn,
        Attributes: { RawMessageDelivery: 'true' },
      }),
    );
    sqs.destroy();
    sns.destroy();
    return QueueUrl;
  }

  async function startNotification(
    options: {
      env?: Record<string, string>;
      timing?: Partial<SenderTiming>;
      /** How far ahead its clock is. */
      ahead_ms?: number;
    } = {},
  ) {
    const config = notificationConfig({ ...env, EVENTS_QUEUE_URL: await freshQueue(), ...options.env });
    const metrics = createMetrics('notification');
    const timing = { poll_ms: 50, firstRetry_ms: 50, longestRetry_ms: 400, ...options.timing };
    const log = createLogger('notification', config.LOG_LEVEL);
    const clock = () => new Date(Date.now() + (options.ahead_ms ?? 0));
    const service = await create(config, { log, metrics, timing, clock });
    running.add(service);
    const { ports } = await service.start();
    const client = createClient<NotificationServiceDefinition>({
      protoService: 'healthbooker.notification.v1.NotificationService',
      address: `127.0.0.1:${ports['grpc']}`,
      metrics: createMetrics('test'),
    });
    return {
      call: client.call,
      /** The sum of a counter over the series with these labels. */
      async counted(name: string, labels: Record<string, string>): Promise<number> {
        const { values = [] } = (await metrics.registry.getSingleMetric(name)?.get()) ?? {};
        const wanted = Object.entries(labels);
        const matching = values.filter((value) => {
          const given = new Map<string, unknown>(Object.entries(value.labels));
          return wanted.every(([label, text]) => given.get(label) === text);
        });
        return matching.reduce((sum, { value }) => sum + value, 0);
      },
      async close() {
        client.close();
        running.delete(service);
        await service.close();
      },
    };
  }

  async function patient(options: { timeZone?: string; email?: string } = {}) {
    const sub = randomUUID();
    const email = options.email ?? `${sub}@example.com`;
    const token = await accessToken({ sub, groups: ['Patients'] });
    const account = { email, name: 'Ada Lovelace', birthDate: '1985-12-10', phone: '' };
    const { profile } = await appointments.call('EnsureProfile', account, vouched(as(token)));
    if (options.timeZone !== undefined) {
      const change = { expectedVersion: profile?.version ?? 1, timeZone: options.timeZone };
      await appointments.call('UpdateProfile', change, as(token));
    }
    return {
      sub,
      email,
      token,
      async book(): Promise<Reservation__Output> {
        const request = { slotId: nextSlot(), reason: 'Palpitations at night', symptoms };
        const key = { idempotencyKey: randomUUID() };
        return present((await appointments.call('Book', { ...request, ...key }, as(token))).appointment);
      },
      async move({ appointmentId, version }: Reservation__Output): Promise<Reservation__Output> {
        const request = { appointmentId, expectedVersion: version, slotId: nextSlot() };
        const key = { idempotencyKey: randomUUID() };
        return present((await appointments.call('Move', { ...request, ...key }, as(token))).appointment);
      },
      async cancel({ appointmentId, version }: Reservation__Output): Promise<Reservation__Output> {
        const request = { appointmentId, expectedVersion: version, idempotencyKey: randomUUID() };
        return present((await appointments.call('Cancel', request, as(token))).appointment);
      },
    };
  }

  function nextSlot(): string {
    const id = slots.shift();
    if (id === undefined) throw new Error('The test hospital has no slots left');
    return id;
  }

  return {
    env,
    freshQueue,
    line: line satisfies SmtpLine,
    hospital,
    publish: events.publish,
    ledger,
    appointments: appointments.call,
    identity: identity.call,
    /** Puts an item into PBHMS_Core, as a service that died in between left it. */
    putItem: (Item: Record<string, string>) =>
      items.send(new PutCommand({ TableName: common.DYNAMODB_TABLE, Item })),
    patient,
    startNotification,
    async stopScheduler() {
      await scheduler.service.close();
    },
    async restartScheduler() {
      scheduler = await startScheduler(Number(schedulerAddress.split(':')[1]));
      // The appointment service finds it again within about a second.
      const token = await accessToken({ sub: randomUUID(), groups: ['Patients'] });
      await until(async () => {
        const asked = appointments.call('GetAppointment', { appointmentId: randomUUID() }, as(token));
        return asked.catch((err: unknown) => err instanceof ServiceError && err.kind === 'not-found');
      });
    },
    /** The rows about one appointment, oldest first. */
    async entries(appointmentId: string): Promise<LedgerEntry[]> {
      const { rows } = await ledger.query<LedgerEntry>(
        `select id, template, subject_version, state, tries, failure,
           coalesce(m.mail_subject, w.mail_subject) as mail_subject, coalesce(m.mail_calendar, w.mail_calendar) as mail_calendar
         from message m left join message_words w on w.message_id = m.id
         where subject_id = $1 order by ordinal`,
        [appointmentId],
      );
      return rows;
    },
    /** The event of a version as the scheduler publishes it. */
    async republish(reservation: Reservation__Output): Promise<void> {
      const { reason: _reason, history: _history, ...data } = reservation;
      await events.publish({
        id: randomUUID(),
        type: 'appointment.changed',
        version: reservation.version,
        occurredAt: reservation.changedAt,
        data,
      });
    },
    async close() {
      for (const service of running) await service.close();
      appointments.close();
      identity.close();
      dynamodb.destroy();
      await appointment.close();
      await scheduler.service.close();
      await line.cut();
      await Promise.all([ledger.end(), hospital.close(), events.remove(), unheard.remove()]);
      await Promise.all([schedulerDatabase.drop(), ledgerDatabase.drop(), rm(tokenDir, { recursive: true })]);
    },
  };
}

function present(reservation: Reservation__Output | null): Reservation__Output {
  if (reservation === null) throw new Error('The answer holds no appointment');
  return reservation;
}
