import type { MailTransport } from '@healthbooker/notification/mail/transport';
import { createMeasures } from '@healthbooker/notification/measures';
import { messageTasks } from '@healthbooker/notification/message-tasks';
import type { Peers } from '@healthbooker/notification/peers';
import { startQueueGauge } from '@healthbooker/notification/queue-gauge';
import { reconcile } from '@healthbooker/notification/reconcile';
import { defaultTiming, startSender } from '@healthbooker/notification/sender';
import { createMetrics } from '@healthbooker/runtime/metrics';
import { readRetention } from '@healthbooker/runtime/retention';
import { tidyingOf } from './housekeeping.ts';
import type { Job } from './types.ts';

const DUE = 40;
const MAILS_AT_ONCE = 4;
const scheduler = 'healthbooker.scheduler.v1';

/** A mail server that takes whatever is sent to it. */
const willing: MailTransport = {
  deliver: async () => ({ result: 'accepted', answer: '250 taken' }),
  close: () => undefined,
};

/** The jobs of notification. */
export const notificationJobs: readonly Job[] = [
  tidyingOf('notification', ({ pools }) => messageTasks(pools.notification, readRetention())),
  {
    name: 'the queue is measured',
    loop: 'queue gauge',
    async run({ pools, clock, log, untilQuiet }) {
      const gauge = startQueueGauge(pools.notification, createMeasures(createMetrics('aged')), log, () =>
        clock().getTime(),
      );
      await untilQuiet(pools.notification);
      await gauge.close();
    },
  },
  {
    name: 'messages that are due are sent',
    loop: 'sender',
    async run({ pools, owners, clock, log, call, until }) {
      const { rows: due } = await owners.notification.query<{ id: string }>(
        `update message set state = 'queued', sent_at = null, due_at = $2
         where id in (select id from message order by ordinal desc limit $1) returning id`,
        [DUE, clock()],
      );
      const peers = {
        getReservation: async (appointmentId: string) => {
          const found = await call('notification', `${scheduler}.SchedulerService`, 'GetReservation', {
            appointmentId,
          });
          return (found as { reservation: object }).reservation;
        },
      } as unknown as Peers;
      const sender = startSender({
        pool: pools.notification,
        peers,
        transport: willing,
        from: { name: 'HealthBooker', address: 'no-reply@healthbooker.example' },
        privacy: { name: 'Privacy', address: 'privacy@healthbooker.example' },
        publicUrl: 'https://healthbooker.example',
        log,
        measures: createMeasures(createMetrics('aged')),
        now: () => clock().getTime(),
        timing: defaultTiming,
        concurrency: MAILS_AT_ONCE,
      });
      const left = "select from message where id = any ($1) and state = 'queued'";
      await until('what is due', async () => {
        const { rowCount } = await owners.notification.query(left, [due.map(({ id }) => id)]);
        return rowCount === 0;
      });
      await sender.close();
    },
  },
  {
    name: 'the ledger is compared with what changed',
    loop: 'reconciler',
    async run({ pools, log, clock, call }) {
      const list = (service: string, method: string) => (cursor: string, pageSize: number) =>
        call('notification', `${scheduler}.${service}`, method, { cursor, pageSize });
      const peers = {
        listChanged: list('SchedulerService', 'ListChanged'),
        listProxiesChanged: list('ProxyService', 'ListProxiesChanged'),
        listWaitlistChanged: list('WaitlistService', 'ListWaitlistChanged'),
      } as unknown as Peers;
      await reconcile({
        pool: pools.notification,
        peers,
        log,
        measures: createMeasures(createMetrics('aged')),
        now: () => clock().getTime(),
        every_ms: 60_000,
        onQueued: () => undefined,
      });
    },
  },
];
