import type { SNSClient } from '@aws-sdk/client-sns';
import { Gauge, type Registry } from 'prom-client';
import { countCalls, createSns } from './aws.ts';
import { createBackoff, pause } from './backoff.ts';
import type { Logger } from './log.ts';
import { outboxSql } from './outbox-sql.ts';
import { type Pool, query, transaction } from './postgres.ts';
import type { Process } from './process.ts';
import { batches, type OutboxRow, publishBatch } from './publish-batch.ts';

export type OutboxOptions = {
  pool: Pool;
  sns: SNSClient;
  topicArn: string;
  metrics: { registry: Registry };
  log: Logger;
  /** Tells how old what waits is. */
  clock: () => Date;
  /** Milliseconds between two looks when nobody wakes the relay. Default 500. */
  pollMs?: number;
};

export type OutboxRelay = {
  /** Look now: a row was committed. */
  wake(): void;
  /** Stops after the batch in hand. */
  close(): Promise<void>;
};

const CLAIM = 50;
/** How many rows that SNS refused are left alone for a while. Beyond this number the oldest are tried again. */
const MAX_SET_ASIDE = 1000;
const SET_ASIDE_MS = 60_000;
const MEASURE_EVERY_MS = 5000;

/** Publishes the rows of a service's table `outbox`, until the process closes. */
export function publishEvents(
  { clock, metrics, log, onClose }: Process,
  config: Parameters<typeof createSns>[0] & { EVENTS_TOPIC_ARN: string },
  pool: Pool,
): OutboxRelay {
  const sns = createSns(config);
  countCalls(sns, 'sns', metrics);
  onClose('sns', () => sns.destroy());
  const topicArn = config.EVENTS_TOPIC_ARN;
  const relay = startOutboxRelay({ pool, sns, topicArn, metrics, log, clock });
  onClose('outbox', relay.close);
  return relay;
}

/**
 * Publishes the rows of the table `outbox` to an SNS topic, oldest first, at least once each. Several relays share
 * the work: each claims rows nobody else has (`for update skip locked`), and those that SNS confirmed leave for
 * `outbox_sent`. What dies in between publishes again. While SNS fails it waits from 0.2 s up to 30 s between tries.
 * Nothing else is done here: what becomes of published rows is housekeeping's (outbox-tasks.ts).
 */
export function startOutboxRelay(options: OutboxOptions): OutboxRelay {
  const { pool, log, clock } = options;
  const gauges = createGauges(options.metrics.registry);
  const closing = new AbortController();
  const backoff = createBackoff(200, 30_000);
  const setAside = new Map<number, number>();
  let woken = new AbortController();
  let measuredAt = 0;
  let measuring = Promise.resolve();

  async function relay(): Promise<number> {
    const now = Date.now();
    for (const [id, until] of setAside) {
      if (until <= now || setAside.size > MAX_SET_ASIDE) setAside.delete(id);
    }
    return transaction(pool, async (client) => {
      const rows = await query<OutboxRow>(client, outboxSql.claim, [CLAIM, [...setAside.keys()]]);
      const outcomes = await Promise.allSettled(batches(rows).map((batch) => publishBatch(options, batch)));
      const done = outcomes.flatMap((outcome) =>
        outcome.status === 'fulfilled' ? outcome.value.published : [],
      );
      if (done.length > 0) await query(client, outboxSql.keep, [done]);
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') continue;
        for (const id of outcome.value.refused) setAside.set(id, now + SET_ASIDE_MS);
      }
      const failed = outcomes.find((outcome) => outcome.status === 'rejected');
      if (failed !== undefined && done.length === 0) throw failed.reason;
      return done.length;
    });
  }

  async function measure(): Promise<void> {
    try {
      const [state] = await query<{ backlog: number; age_s: number }>(pool, outboxSql.measure, [clock()]);
      gauges.backlog.set(state?.backlog ?? 0);
      gauges.age.set(state?.age_s ?? 0);
    } catch (error) {
      log.warn({ err: error }, 'waiting events could not be counted: the metrics keep their last numbers');
    }
  }

  async function loop(): Promise<void> {
    while (!closing.signal.aborted) {
      woken = new AbortController();
      const stir = AbortSignal.any([closing.signal, woken.signal]);
      try {
        // First, so that the gauges tell of an outage of SNS while it lasts. Nobody waits for it.
        if (Date.now() - measuredAt >= MEASURE_EVERY_MS) {
          measuredAt = Date.now();
          measuring = measuring.then(measure);
        }
        const published = await relay();
        backoff.reset();
        if (published === CLAIM) continue;
        await pause(options.pollMs ?? 500, stir);
      } catch (error) {
        log.warn(
          { err: error },
          'events could not be published: they stay in the outbox and are tried again',
        );
        await pause(backoff.nextMs(), closing.signal);
      }
    }
  }

  const running = loop();
  return {
    wake: () => woken.abort(),
    async close() {
      closing.abort();
      await running;
      await measuring;
    },
  };
}

function createGauges(registry: Registry): { backlog: Gauge; age: Gauge } {
  return {
    backlog: new Gauge({
      name: 'outbox_backlog',
      help: 'Committed events that are not published yet; never more than 10000',
      registers: [registry],
    }),
    age: new Gauge({
      name: 'outbox_oldest_age_seconds',
      help: 'Age of the oldest event that is not published yet',
      registers: [registry],
    }),
  };
}
