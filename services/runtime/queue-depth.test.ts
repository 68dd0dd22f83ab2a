import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { createLogger } from './log.ts';
import { createMetrics } from './metrics.ts';
import { startQueueDepth } from './queue-depth.ts';

const sqs = new SQSClient({
  endpoint: process.env['HB_TEST_AWS_ENDPOINT'] ?? '',
  region: 'eu-central-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
});
after(() => sqs.destroy());

async function queue(name: string, Attributes: Record<string, string> = {}) {
  const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName: name, Attributes }));
  const found = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }));
  return { url: QueueUrl, arn: found.Attributes?.QueueArn ?? '' };
}

test('what waits in a queue and in its dead-letter queue is counted', async () => {
  const suffix = randomUUID();
  const dead = await queue(`dead-${suffix}`);
  const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: dead.arn, maxReceiveCount: 5 });
  const live = await queue(`live-${suffix}`, { RedrivePolicy });
  for (const url of [live.url, live.url, dead.url]) {
    await sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: '{}' }));
  }
  const metrics = createMetrics('test');
  const log = createLogger('test', 'silent');
  const depth = startQueueDepth({ sqs, queueUrl: live.url, metrics, log, everyMs: 20 });
  const text = async () => metrics.registry.getSingleMetricAsString('event_queue_messages');
  for (let tries = 0; tries < 200 && !(await text()).includes('state="dead"'); tries++) await sleep(25);
  await depth.close();
  const counted = (await text()).split('\n').filter((line) => !line.startsWith('#'));
  assert.deepEqual(
    counted.map((line) => [/state="([a-z-]+)"/.exec(line)?.[1], Number(line.split(' ').at(-1))]),
    [
      ['waiting', 2],
      ['in-hand', 0],
      ['dead', 1],
    ],
  );
});
