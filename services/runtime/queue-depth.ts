import { GetQueueAttributesCommand, GetQueueUrlCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { Gauge, type Registry } from 'prom-client';
import { pause } from './backoff.ts';
import type { Logger } from './log.ts';

export type QueueDepthOptions = {
  sqs: SQSClient;
  queueUrl: string;
  metrics: { registry: Registry };
  log: Logger;
  /** Default 10 s. */
  everyMs?: number;
};

type Counts = Record<'ApproximateNumberOfMessages' | 'ApproximateNumberOfMessagesNotVisible', number>;

/**
 * Keeps the gauge of a queue and of its dead-letter queue up to date. While SQS cannot be reached it keeps its last
 * value.
 */
export function startQueueDepth(options: QueueDepthOptions): { close(): Promise<void> } {
  const { sqs, queueUrl, log, everyMs = 10_000 } = options;
  const gauge = new Gauge({
    name: 'event_queue_messages',
    help: 'Events in the queue: waiting, in-hand (a process works on it), or dead (too many deliveries failed)',
    labelNames: ['state'],
    registers: [options.metrics.registry],
  });
  const closing = new AbortController();
  let deadUrl: string | undefined;

  async function count(url: string): Promise<Counts> {
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({
        QueueUrl: url,
        AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
      }),
      { abortSignal: closing.signal },
    );
    return {
      ApproximateNumberOfMessages: Number(Attributes?.ApproximateNumberOfMessages ?? 0),
      ApproximateNumberOfMessagesNotVisible: Number(Attributes?.ApproximateNumberOfMessagesNotVisible ?? 0),
    };
  }

  /** The queue's own settings name its dead-letter queue, so nobody has to configure it. */
  async function findDeadUrl(): Promise<string | undefined> {
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: ['RedrivePolicy'] }),
      { abortSignal: closing.signal },
    );
    if (Attributes?.RedrivePolicy === undefined) return undefined;
    const policy: { deadLetterTargetArn: string } = JSON.parse(Attributes.RedrivePolicy);
    const QueueName = policy.deadLetterTargetArn.split(':').at(-1) ?? '';
    const found = await sqs.send(new GetQueueUrlCommand({ QueueName }), { abortSignal: closing.signal });
    return found.QueueUrl;
  }

  async function measure(): Promise<void> {
    const queue = await count(queueUrl);
    gauge.set({ state: 'waiting' }, queue.ApproximateNumberOfMessages);
    gauge.set({ state: 'in-hand' }, queue.ApproximateNumberOfMessagesNotVisible);
    deadUrl ??= await findDeadUrl();
    if (deadUrl === undefined) return;
    gauge.set({ state: 'dead' }, (await count(deadUrl)).ApproximateNumberOfMessages);
  }

  async function loop(): Promise<void> {
    while (!closing.signal.aborted) {
      try {
        await measure();
      } catch (err) {
        if (!closing.signal.aborted) log.debug({ err }, 'the queue cannot be measured');
      }
      await pause(everyMs, closing.signal);
    }
  }

  const running = loop();
  return {
    async close() {
      closing.abort();
      await running;
    },
  };
}
