import type { PublishBatchCommand, SNSClient } from '@aws-sdk/client-sns';
import { createMetrics } from '@healthbooker/runtime/metrics';
import { startOutboxRelay } from '@healthbooker/runtime/outbox';
import type { Job } from './types.ts';

/** A topic that takes whatever is sent to it. */
const willing = {
  async send({ input }: PublishBatchCommand) {
    return { Successful: (input.PublishBatchRequestEntries ?? []).map(({ Id }) => ({ Id })), Failed: [] };
  },
} as unknown as SNSClient;

/** Events that nobody has published yet. */
const FRESH = 200;

/** The relay of a service publishes what is new beside all that it has published. */
export function relayOf(service: 'scheduler' | 'ehr'): Job {
  return {
    name: `events of ${service} are published`,
    loop: 'outbox',
    async run({ pools, owners, clock, log, until, untilQuiet }) {
      await owners[service].query(
        'update outbox set published_at = null where id in (select id from outbox order by id desc limit $1)',
        [FRESH],
      );
      const relay = startOutboxRelay({
        pool: pools[service],
        sns: willing,
        topicArn: 'arn:aws:sns:eu-west-2:000000000000:aged',
        metrics: createMetrics('aged'),
        log,
        clock,
      });
      try {
        await until('new events', async () => {
          const { rows } = await owners[service].query(
            'select exists (select from outbox where published_at is null) as left',
          );
          return !rows[0].left;
        });
        await untilQuiet(pools[service]);
      } finally {
        await relay.close();
      }
    },
  };
}
