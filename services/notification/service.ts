import type { AppointmentServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/AppointmentService';
import type { IdentityServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/IdentityService';
import type { NotificationServiceDefinition } from '@healthbooker/protos/gen/healthbooker/notification/v1/NotificationService';
import type { LeaveServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/LeaveService';
import type { ProxyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyService';
import type { SchedulerServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SchedulerService';
import type { WaitlistServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/WaitlistService';
import { compose } from '@healthbooker/runtime/compose';
import { openDatabase } from '@healthbooker/runtime/database';
import { followEvents } from '@healthbooker/runtime/follower';
import { serve } from '@healthbooker/runtime/grpc-server';
import { keepHouse } from '@healthbooker/runtime/housekeeping';
import type { Service } from '@healthbooker/runtime/lifecycle';
import type { Overrides } from '@healthbooker/runtime/process';
import { openRedis } from '@healthbooker/runtime/redis';
import { readRetention } from '@healthbooker/runtime/retention';
import { createWorkloadTokens } from '@healthbooker/runtime/workload';
import type { Config } from './config.ts';
import { handleEvent } from './events.ts';
import { createMailTransport } from './mail/transport.ts';
import { createMeasures } from './measures.ts';
import { messageTasks } from './message-tasks.ts';
import { createPeers } from './peers.ts';
import { openNotificationPool } from './pool.ts';
import { startQueueGauge } from './queue-gauge.ts';
import { startReconciler } from './reconcile.ts';
import { createGetCalendar } from './rpc/get-calendar.ts';
import { createListMessages } from './rpc/list-messages.ts';
import { defaultTiming, type SenderTiming, startSender } from './sender.ts';

/** As many as the service's database connections in the catalogue. */
const mailsAtOnce = 4;

/** The notification service with its ledger; nothing listens, follows or sends before `start`. */
export async function create(
  config: Config,
  overrides: Overrides & { timing?: Partial<SenderTiming> } = {},
): Promise<Service> {
  const retention = readRetention();
  return compose({
    name: 'notification',
    config,
    overrides,
    open(process) {
      const { clock, log, metrics, onClose, client } = process;
      const measures = createMeasures(metrics);
      const now = () => clock().getTime();
      const pool = openDatabase(process, config, openNotificationPool, import.meta.url);
      keepHouse(process, pool, messageTasks(pool, retention));
      onClose('queue gauge', startQueueGauge(pool, measures, log, now).close);
      const redis = openRedis(config.REDIS_URL, log, metrics);
      onClose('redis', () => redis.disconnect());

      const scheduler = client<SchedulerServiceDefinition>(
        'healthbooker.scheduler.v1.SchedulerService',
        config.SCHEDULER_ADDRESS,
      );
      const proxies = client<ProxyServiceDefinition>(
        'healthbooker.scheduler.v1.ProxyService',
        config.SCHEDULER_ADDRESS,
      );
      const waitlist = client<WaitlistServiceDefinition>(
        'healthbooker.scheduler.v1.WaitlistService',
        config.SCHEDULER_ADDRESS,
      );
      const leave = client<LeaveServiceDefinition>(
        'healthbooker.scheduler.v1.LeaveService',
        config.SCHEDULER_ADDRESS,
      );
      const appointment = client<AppointmentServiceDefinition>(
        'healthbooker.appointment.v1.AppointmentService',
        config.APPOINTMENT_ADDRESS,
      );
      const identity = client<IdentityServiceDefinition>(
        'healthbooker.appointment.v1.IdentityService',
        config.APPOINTMENT_ADDRESS,
      );
      const tokens = createWorkloadTokens(config.WORKLOAD_TOKEN_DIR);
      const peers = createPeers(scheduler, proxies, waitlist, leave, appointment, identity, tokens);

      const { PUBLIC_URL: publicUrl, MAIL_FROM: from, PRIVACY_MAIL_TO: privacy } = config;
      const mailServer = { url: config.SMTP_URL, file: config.SMTP_URL_FILE };
      const transport = createMailTransport(mailServer, from, mailsAtOnce);
      onClose('mail', transport.close);
      const timing = { ...defaultTiming, ...overrides.timing };
      const sending = { pool, peers, transport, from, privacy, publicUrl, log, measures, now, timing };
      const sender = startSender({ ...sending, concurrency: mailsAtOnce });
      onClose('sender', sender.close);

      const taking = { pool, peers, redis, log, measures, now, onQueued: sender.wake };
      const reconciler = startReconciler({ ...taking, every_ms: config.RECONCILE_INTERVAL_MS });
      onClose('reconciler', reconciler.close);
      followEvents(process, config, (event, eventLog) => handleEvent(event, eventLog, taking));

      return [
        serve<NotificationServiceDefinition>('healthbooker.notification.v1.NotificationService', {
          ListMessages: createListMessages(pool),
          GetCalendar: createGetCalendar(peers, from, publicUrl),
        }),
      ];
    },
  });
}
