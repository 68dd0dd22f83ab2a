import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { Counter, Histogram, type Registry } from 'prom-client';
import { countCalls, createSqs } from './aws.ts';
import { createBackoff, pause } from './backoff.ts';
import { type Envelope, envelope } from './envelope.ts';
import { ServiceError } from './errors.ts';
import type { Logger } from './log.ts';
import type { Process } from './process.ts';
import { startQueueDepth } from './queue-depth.ts';

export type FollowerOptions = {
  sqs: SQSClient;
  queueUrl: string;
  /**
   * Takes one event in at most 10 s, and must give the same result for a second copy or an older version.
   * Throwing leaves the message to be delivered again, after five times to the dead-letter queue.
   */
  handle(event: Envelope, log: Logger): Promise<void>;
  metrics: { registry: Registry };
  log: Logger;
  /** Events handled at the same time. Default 8. */
  concurrency?: number;
};

export type Follower = {
  /** Stops receiving and waits for the events in hand. A receive call under way may still answer, for at most 2 s. */
  close(): Promise<void>;
};

const LONG_POLL_S = 20;
const RECEIVE_AT_MOST = 10;
/**
 * When a receive call is cut off, the queue may have handed it events. It then hides those from others for half a
 * minute.
 */
const LAST_RECEIPT_MS = 2000;
/** How long an event stays in hand while its store is down; with five deliveries it outlasts an outage of an hour. */
const HOLD_MS = 900_000;
/** Longer than the longest pause between two tries plus one try. */
const HOLD_VISIBILITY_S = 60;

type Measures = { lag: Histogram<'type'>; events: Counter<'type' | 'outcome'> };

/** Hands the events of a service's queue to `handle`, until the process closes. */
export function followEvents(
  { metrics, log, onClose }: Process,
  config: Parameters<typeof createSqs>[0] & { EVENTS_QUEUE_URL: string },
  handle: FollowerOptions['handle'],
): void {
  const sqs = createSqs(config);
  countCalls(sqs, 'sqs', metrics);
  onClose('sqs', () => sqs.destroy());
  const follower = startFollower({ sqs, queueUrl: config.EVENTS_QUEUE_URL, handle, metrics, log });
  onClose('follower', follower.close);
}

/**
 * Reads a queue until closed. Only what was handled is deleted. A message that is no valid event is not given to
 * `handle` and ends in the dead-letter queue. While a store is down ('unavailable') the follower
 * takes no further messages and tries those in hand again, slower and slower up to 30 s: putting them back would
 * count as a delivery, and five of those are soon used up.
 */
export function startFollower(options: FollowerOptions): Follower {
  const { sqs, queueUrl, log } = options;
  const concurrency = options.concurrency ?? 8;
  const measures = createMeasures(options.metrics.registry);
  const closing = new AbortController();
  const leaving = new AbortController();
  const inHand = new Set<Promise<void>>();
  const queueBackoff = createBackoff(200, 30_000);
  let storeDown = false;

  async function receive(): Promise<Message[]> {
    const free = storeDown ? 1 : concurrency - inHand.size;
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: queueUrl,
        MaxNumberOfMessages: Math.min(RECEIVE_AT_MOST, free),
        WaitTimeSeconds: LONG_POLL_S,
        MessageSystemAttributeNames: ['ApproximateReceiveCount'],
      }),
      { abortSignal: leaving.signal, requestTimeout: (LONG_POLL_S + 5) * 1000 },
    );
    return Messages;
  }

  async function handleMessage(message: Message): Promise<void> {
    const event = parse(message.Body);
    if (event === undefined) {
      measures.events.inc({ type: 'unknown', outcome: 'malformed' });
      log.error(
        { messageId: message.MessageId },
        'a message in the queue is not an event: after five deliveries it goes to the dead-letter queue',
      );
      await redeliverAfter(message, 1);
      return;
    }
    try {
      await handleInHand(message, event);
      if (event.republished !== true) {
        measures.lag.observe({ type: event.type }, (Date.now() - Date.parse(event.occurredAt)) / 1000);
      }
      measures.events.inc({ type: event.type, outcome: 'handled' });
    } catch (error) {
      reportFailure(event, error);
      // It failed because this process stops: another process may have it at once.
      await redeliverAfter(message, closing.signal.aborted ? 0 : 2 ** receiveCount(message));
      return;
    }
    await sqs.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle: message.ReceiptHandle }));
  }

  /** Handles an event, again and again while its store is down. */
  async function handleInHand(message: Message, event: Envelope): Promise<void> {
    const eventLog = log.child({ eventId: event.id, eventType: event.type });
    const backoff = createBackoff(500, 30_000);
    const until = Date.now() + HOLD_MS;
    for (;;) {
      try {
        await options.handle(event, eventLog);
        storeDown = false;
        return;
      } catch (error) {
        storeDown = error instanceof ServiceError && error.kind === 'unavailable';
        if (!storeDown || closing.signal.aborted || Date.now() > until) throw error;
        reportFailure(event, error);
      }
      await redeliverAfter(message, HOLD_VISIBILITY_S);
      await pause(backoff.nextMs(), closing.signal);
    }
  }

  function reportFailure({ id: eventId, type: eventType }: Envelope, err: unknown): void {
    measures.events.inc({ type: eventType, outcome: 'failed' });
    log.warn({ err, eventId, eventType }, 'an event could not be handled: it is tried again');
  }

  async function redeliverAfter(message: Message, seconds: number): Promise<void> {
    await sqs.send(
      new ChangeMessageVisibilityCommand({
        QueueUrl: queueUrl,
        ReceiptHandle: message.ReceiptHandle,
        VisibilityTimeout: seconds,
      }),
    );
  }

  function dispatch(message: Message): void {
    const task = handleMessage(message)
      // A message that could not be deleted or put back is delivered again anyway.
      .catch((error: unknown) =>
        log.warn(
          { err: error },
          'the queue could not be told that an event was handled or failed: it is delivered again',
        ),
      )
      .finally(() => inHand.delete(task));
    inHand.add(task);
  }

  async function loop(): Promise<void> {
    while (!closing.signal.aborted) {
      while (inHand.size >= (storeDown ? 1 : concurrency)) await Promise.race(inHand);
      try {
        for (const message of await receive()) dispatch(message);
        queueBackoff.reset();
      } catch (error) {
        if (closing.signal.aborted) break;
        log.warn({ err: error }, 'the queue cannot be read: it is tried again');
        await pause(queueBackoff.nextMs(), closing.signal);
      }
    }
    await Promise.all(inHand);
  }

  const depth = startQueueDepth({ sqs, queueUrl, metrics: options.metrics, log });
  const running = loop();
  return {
    async close() {
      closing.abort();
      const patience = setTimeout(() => leaving.abort(), LAST_RECEIPT_MS);
      await Promise.all([running, depth.close()]);
      clearTimeout(patience);
    },
  };
}

function parse(body: string | undefined): Envelope | undefined {
  try {
    return envelope.safeParse(JSON.parse(body ?? '')).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function receiveCount(message: Message): number {
  return Math.min(5, Number(message.Attributes?.ApproximateReceiveCount ?? 1));
}

function createMeasures(registry: Registry): Measures {
  return {
    lag: new Histogram({
      name: 'event_lag_seconds',
      help: 'Time from the commit of an event until it was handled here',
      labelNames: ['type'],
      buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 3600],
      registers: [registry],
    }),
    events: new Counter({
      name: 'events_total',
      help: 'Events received, by type and outcome',
      labelNames: ['type', 'outcome'],
      registers: [registry],
    }),
  };
}
