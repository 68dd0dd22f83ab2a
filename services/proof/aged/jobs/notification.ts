import { claimMessages, finishMessage } from '@healthbooker/notification/ledger';
import { createMeasures } from '@healthbooker/notification/measures';
import type { Peers } from '@healthbooker/notification/peers';
import { startQueueGauge } from '@healthbooker/notification/queue-gauge';
import { reconcile } from '@healthbooker/notification/reconcile';
import { createMetrics } from '@healthbooker/runtime/metrics';
import type { Job } from './types.ts';

const DUE = 40;

/** The jobs of notification. */
export const notificationJobs: readonly Job[] = [
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
    name: 'messages are claimed and finished',
    loop: 'sender',
    async run({ pools, owners, clock }) {
      await owners.notification.query(
        `update message set state = 'queued', sent_at = null, due_at = now()
         where id in (select id from message order by ordinal desc limit $1)`,
        [DUE],
      );
      let finished = 0;
      for (;;) {
        const claimed = await claimMessages(pools.notification, 4, 20_000, clock().getTime());
        for (const claim of claimed) {
          const isOurs = await finishMessage(
            pools.notification,
            claim,
            { state: 'sent', providerMessageId: '250' },
            clock().getTime(),
          );
          if (isOurs) finished += 1;
        }
        if (claimed.length === 0) break;
      }
      if (finished !== DUE) throw new Error(`${finished} of ${DUE} messages were finished`);
    },
  },
  {
    name: 'the ledger is compared with what changed',
    loop: 'reconciler',
    async run({ pools, log, clock, call }) {
      const list = (service: string, method: string) => (cursor: string, pageSize: number) =>
        call(`healthbooker.scheduler.v1.${service}`, method, { cursor, pageSize });
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
