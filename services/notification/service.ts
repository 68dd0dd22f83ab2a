import { fileURLToPath } from 'node:url';
import type { AppointmentServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/AppointmentService';
import type { IdentityServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/IdentityService';
import type { NotificationServiceDefinition } from '@healthbooker/protos/gen/healthbooker/notification/v1/NotificationService';
import type { LeaveServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/LeaveService';
import type { ProxyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyService';
import type { SchedulerServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SchedulerService';
import type { WaitlistServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/WaitlistService';
import { countCalls, createSqs } from '@healthbooker/runtime/aws';
import { callersOf } from '@healthbooker/runtime/catalogue';
import { startFollower } from '@healthbooker/runtime/follower';
import { createClient } from '@healthbooker/runtime/grpc-client';
import { createGrpcServer, serve } from '@healthbooker/runtime/grpc-server';
import { createHealth } from '@healthbooker/runtime/health';
import { listenProbes } from '@healthbooker/runtime/health-server';
import { createVerifier } from '@healthbooker/runtime/identity';
import { waitForKeys } from '@healthbooker/runtime/keys-gate';
import { createLifecycle, type Service } from '@healthbooker/runtime/lifecycle';
import { createLogger, type Logger } from '@healthbooker/runtime/log';
import { createMetrics, type Metrics } from '@healthbooker/runtime/metrics';
import { openRedis } from '@healthbooker/runtime/redis';
import { waitForSchema } from '@healthbooker/runtime/schema-gate';
import { createWorkloadTokens } from '@healthbooker/runtime/workload';
import type { Config } from './config.ts';
import { handleEvent } from './events.ts';
import { createMailTransport } from './mail/transport.ts';
import { createMeasures } from './measures.ts';
import { createPeers } from './peers.ts';
import { openNotificationPool } from './pool.ts';
import { startQueueGauge } from './queue-gauge.ts';
import { startReconciler } from './reconcile.ts';
import { createGetCalendar } from './rpc/get-calendar.ts';
import { createListMessages } from './rpc/list-messages.ts';
import { defaultTiming, type SenderTiming, startSender } from './sender.ts';

export type Overrides = {
  clock?: () => Date;
  log?: Logger;
  metrics?: Metrics;
  timing?: Partial<SenderTiming>;
};

const migrations = fileURLToPath(new URL('./migrations', import.meta.url));
/** As many as the service's database connections in the catalogue. */
const mailsAtOnce = 4;

/** The notification service with its ledger; nothing listens, follows or sends before `start`. */
export async function create(config: Config, overrides: Overrides = {}): Promise<Service> {
  const { clock = () => new Date(), log = createLogger('notification', config.LOG_LEVEL) } = overrides;
  const metrics = overrides.metrics ?? createMetrics('notification');
  const measures = createMeasures(metrics);
  const now = () => clock().getTime();
  const health = createHealth();
  const lifecycle = createLifecycle({ health, log, shutdownDelayMs: config.SHUTDOWN_DELAY_MS });

  return {
    async start() {
      const probes = await listenProbes({ health, metrics, log, lifecycle, config });

      const verifier = createVerifier(config, { callee: 'notification', callers: callersOf('notification') });
      lifecycle.onClose('keys', waitForKeys({ verifier, health, log }).close);

      const { DATABASE_URL: url, DATABASE_PASSWORD: password, DATABASE_POOL_MAX: max } = config;
      const { DATABASE_PASSWORD_FILE: passwordFile } = config;
      const pool = openNotificationPool({ url, password, passwordFile, max, metrics, log, health });
      lifecycle.onClose('pool', () => pool.end());
      lifecycle.onClose('schema', waitForSchema({ pool, dir: migrations, health, log }).close);
      lifecycle.onClose('queue gauge', startQueueGauge(pool, measures, log).close);
      const redis = openRedis(config.REDIS_URL, log, metrics);
      lifecycle.onClose('redis', () => redis.disconnect());

      const scheduler = createClient<SchedulerServiceDefinition>({
        protoService: 'healthbooker.scheduler.v1.SchedulerService',
        address: config.SCHEDULER_ADDRESS,
        metrics,
        tls: config,
      });
      lifecycle.onClose('scheduler client', scheduler.close);
      const proxies = createClient<ProxyServiceDefinition>({
        protoService: 'healthbooker.scheduler.v1.ProxyService',
        address: config.SCHEDULER_ADDRESS,
        metrics,
        tls: config,
      });
      lifecycle.onClose('proxies client', proxies.close);
      const waitlist = createClient<WaitlistServiceDefinition>({
        protoService: 'healthbooker.scheduler.v1.WaitlistService',
        address: config.SCHEDULER_ADDRESS,
        metrics,
        tls: config,
      });
      lifecycle.onClose('waitlist client', waitlist.close);
      const leave = createClient<LeaveServiceDefinition>({
        protoService: 'healthbooker.scheduler.v1.LeaveService',
        address: config.SCHEDULER_ADDRESS,
        metrics,
        tls: config,
      });
      lifecycle.onClose('leave client', leave.close);
      const appointment = createClient<AppointmentServiceDefinition>({
        protoService: 'healthbooker.appointment.v1.AppointmentService',
        address: config.APPOINTMENT_ADDRESS,
        metrics,
        tls: config,
      });
      lifecycle.onClose('appointment client', appointment.close);
      const identity = createClient<IdentityServiceDefinition>({
        protoService: 'healthbooker.appointment.v1.IdentityService',
        address: config.APPOINTMENT_ADDRESS,
        metrics,
        tls: config,
      });
      lifecycle.onClose('identity client', identity.close);
      const tokens = createWorkloadTokens(config.WORKLOAD_TOKEN_DIR);
      const peers = createPeers(scheduler, proxies, waitlist, leave, appointment, identity, tokens);

      const { PUBLIC_URL: publicUrl, MAIL_FROM: from, PRIVACY_MAIL_TO: privacy } = config;
      const mailServer = { url: config.SMTP_URL, file: config.SMTP_URL_FILE };
      const transport = createMailTransport(mailServer, from, mailsAtOnce);
      lifecycle.onClose('mail', transport.close);
      const timing = { ...defaultTiming, ...overrides.timing };
      const sending = { pool, peers, transport, from, privacy, publicUrl, log, measures, now, timing };
      const sender = startSender({ ...sending, concurrency: mailsAtOnce });
      lifecycle.onClose('sender', sender.close);

      const taking = { pool, peers, redis, log, measures, now, onQueued: sender.wake };
      const reconciler = startReconciler({ ...taking, every_ms: config.RECONCILE_INTERVAL_MS });
      lifecycle.onClose('reconciler', reconciler.close);
      const sqs = createSqs(config);
      countCalls(sqs, 'sqs', metrics);
      lifecycle.onClose('sqs', () => sqs.destroy());
      const follower = startFollower({
        sqs,
        queueUrl: config.EVENTS_QUEUE_URL,
        handle: (event, eventLog) => handleEvent(event, eventLog, taking),
        metrics,
        log,
      });
      lifecycle.onClose('follower', follower.close);

      const server = createGrpcServer({
        services: [
          serve<NotificationServiceDefinition>('healthbooker.notification.v1.NotificationService', {
            ListMessages: createListMessages(pool),
            GetCalendar: createGetCalendar(peers, from, publicUrl),
          }),
        ],
        verifier,
        metrics,
        log,
        health,
        tls: config,
      });
      lifecycle.onClose('grpc', server.close);
      const grpc = await server.listen(config.HOST, config.GRPC_PORT);
      health.started();
      return { ports: { ...probes, grpc } };
    },
    close: lifecycle.close,
  };
}
