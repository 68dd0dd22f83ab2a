import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { appointmentConfig } from '@healthbooker/appointment/config';
import { create as createAppointment } from '@healthbooker/appointment/service';
import { ehrConfig } from '@healthbooker/ehr/config';
import { create as createEhr } from '@healthbooker/ehr/service';
import { ensureResources } from '@healthbooker/local/resources';
import { archiveBucket, awsEnv } from '@healthbooker/local/stores';
import { writeWorkloadTokens } from '@healthbooker/local/test/system';
import { identityEnv } from '@healthbooker/local/test/tokens';
import { testVariable } from '@healthbooker/local/test/variables';
import type { VerifiedStores } from '@healthbooker/local/verify/types';
import { notificationConfig } from '@healthbooker/notification/config';
import { create as createNotification } from '@healthbooker/notification/service';
import type { AppointmentServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/AppointmentService';
import type { EhrServiceDefinition } from '@healthbooker/protos/gen/healthbooker/ehr/v1/EhrService';
import type { NotificationServiceDefinition } from '@healthbooker/protos/gen/healthbooker/notification/v1/NotificationService';
import { createClient, type GrpcClient } from '@healthbooker/runtime/grpc-client';
import type { ServiceDefinition } from '@healthbooker/runtime/grpc-methods';
import type { Service } from '@healthbooker/runtime/lifecycle';
import { createMetrics } from '@healthbooker/runtime/metrics';
import type { Overrides, Round } from '@healthbooker/runtime/process';
import { schedulerConfig } from '@healthbooker/scheduler/config';
import { create as createScheduler } from '@healthbooker/scheduler/service';
import { clientsAt, type SchedulerClients } from '@healthbooker/scheduler/test/service';
import pg from 'pg';
import { type Time, takeTime } from './time.ts';

export const databases = ['scheduler', 'ehr', 'notification'] as const;
export type Database = (typeof databases)[number];

/** Addresses of a database: as the owner of its tables and as its service connects. */
export type Addresses = { url: string; serviceUrl: string };

/** What the hospital runs on. The same again finds what it had. */
export type Ground = {
  databases: Readonly<Record<Database, Addresses>>;
  /** Names its table, topic and queues. */
  name: string;
};

/** The four services of a hospital in this process, at a time that moves only when it is moved. */
export type Running = {
  time: Time;
  /** What the services would do by themselves from time to time, by name. */
  rounds: ReadonlyMap<string, Round>;
  scheduler: SchedulerClients;
  appointment: GrpcClient<AppointmentServiceDefinition>['call'];
  ehr: GrpcClient<EhrServiceDefinition>['call'];
  notification: GrpcClient<NotificationServiceDefinition>['call'];
  owners: Readonly<Record<Database, pg.Pool>>;
  stores: VerifiedStores;
  close(): Promise<void>;
};

/** Their tokens last longer than any run. */
const tokens_s = 7 * 86_400;

/** Starts the services at an instant, on the stores that the variables of a test run name. */
export async function startHospital(ground: Ground, now: Date): Promise<Running> {
  const urls = {
    dynamodb: testVariable('HB_TEST_DYNAMODB_ENDPOINT'),
    events: testVariable('HB_TEST_AWS_ENDPOINT'),
  };
  const table = `years-${ground.name}`;
  const { topicArn, queueUrls } = await ensureResources({ urls }, table, table);
  const tokens = await writeWorkloadTokens({ exp: Math.floor(Date.now() / 1000) + tokens_s });
  // The SDK finds its credentials in the environment of the process.
  Object.assign(process.env, awsEnv);
  const owners = Object.fromEntries(
    databases.map((each) => [each, new pg.Pool({ connectionString: ground.databases[each].url, max: 2 })]),
  ) as Record<Database, pg.Pool>;
  const time = await takeTime(Object.values(owners), now);

  const rounds = new Map<string, Round>();
  const takesAs = (service: string): Overrides => ({
    clock: time.now,
    takeRound: (round) => rounds.set(`${service} ${round.name}`, round),
  });
  const env = (service: string) => ({
    ...awsEnv,
    ...identityEnv(),
    NODE_ENV: 'test',
    LOG_LEVEL: process.env['HB_TEST_LOG'] ? 'debug' : 'error',
    HOST: '127.0.0.1',
    WORKLOAD_TOKEN_DIR: join(tokens, service),
    SNS_ENDPOINT: urls.events,
    SQS_ENDPOINT: urls.events,
    EVENTS_TOPIC_ARN: topicArn,
    REDIS_URL: testVariable('HB_TEST_REDIS_URL'),
  });
  const running: Service[] = [];
  const start = async (service: Service) => {
    running.unshift(service);
    return `127.0.0.1:${(await service.start()).ports['grpc']}`;
  };
  const clients: { close(): void }[] = [];
  const client = <D extends ServiceDefinition>(protoService: string, address: string) => {
    const made = createClient<D>({ protoService, address, metrics: createMetrics('years') });
    clients.push(made);
    return made.call;
  };

  async function close(): Promise<void> {
    for (const each of clients) each.close();
    // The callers first, so that nobody calls what has gone.
    for (const service of running) await service.close();
    await Promise.all(Object.values(owners).map((owner) => owner.end()));
    rmSync(tokens, { recursive: true });
  }

  try {
    const scheduler = await start(
      await createScheduler(
        schedulerConfig({
          ...env('scheduler'),
          DATABASE_URL: ground.databases.scheduler.serviceUrl,
          ALLOCATION_KEY: 'the-same-in-every-process',
          ARCHIVE_BUCKET: archiveBucket,
          S3_ENDPOINT: testVariable('HB_TEST_S3_ENDPOINT'),
        }),
        takesAs('scheduler'),
      ),
    );
    const dynamodb = { DYNAMODB_ENDPOINT: urls.dynamodb, DYNAMODB_TABLE: table };
    const appointment = await start(
      await createAppointment(
        appointmentConfig({
          ...env('appointment'),
          ...dynamodb,
          SCHEDULER_ADDRESS: scheduler,
          EVENTS_QUEUE_URL: queueUrls.appointment,
        }),
        takesAs('appointment'),
      ),
    );
    const known = { SCHEDULER_ADDRESS: scheduler, APPOINTMENT_ADDRESS: appointment };
    const ehr = await start(
      await createEhr(
        ehrConfig({ ...env('ehr'), ...known, DATABASE_URL: ground.databases.ehr.serviceUrl }),
        takesAs('ehr'),
      ),
    );
    const notification = await start(
      await createNotification(
        notificationConfig({
          ...env('notification'),
          ...known,
          DATABASE_URL: ground.databases.notification.serviceUrl,
          EVENTS_QUEUE_URL: queueUrls.notification,
          SMTP_URL: testVariable('HB_TEST_SMTP_URL'),
          MAIL_FROM: 'HealthBooker <no-reply@healthbooker.example>',
          PRIVACY_MAIL_TO: 'privacy@healthbooker.example',
          PUBLIC_URL: 'http://localhost:8080',
        }),
        takesAs('notification'),
      ),
    );
    const toScheduler = clientsAt(scheduler);
    clients.push(toScheduler);
    return {
      time,
      rounds,
      scheduler: toScheduler,
      appointment: client<AppointmentServiceDefinition>(
        'healthbooker.appointment.v1.AppointmentService',
        appointment,
      ),
      ehr: client<EhrServiceDefinition>('healthbooker.ehr.v1.EhrService', ehr),
      notification: client<NotificationServiceDefinition>(
        'healthbooker.notification.v1.NotificationService',
        notification,
      ),
      owners,
      stores: {
        databases: {
          scheduler: ground.databases.scheduler.url,
          ehr: ground.databases.ehr.url,
          notification: ground.databases.notification.url,
        },
        dynamodb: { endpoint: urls.dynamodb, table },
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
