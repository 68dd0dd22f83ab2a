import { PublishBatchCommand, type SNSClient } from '@aws-sdk/client-sns';
import { Gauge, type Registry } from 'prom-client';
import { countCalls, createSns } from './aws.ts';
import { createBackoff, pause } from './backoff.ts';
import { type Envelope, eventId } from './envelope.ts';
import type { Logger } from './log.ts';
import { type Pool, query, type Statement, statement, transaction } from './postgres.ts';
import type { Process } from './process.ts';

/** One event waiting to be published: the columns that a service's outbox table must have. */
export type OutboxRow = {
  /** bigserial: the order of publishing. */
  id: number;
  /** What the event is about; unique together with version. */
  key: string;
  version: number;
  /** Event type, also the message attribute that subscriptions filter by. */
  type: string;
  /** The event's data. */
  payload: Record<string, unknown>;
  traceparent: string | null;
  created_at: Date;
};

export type OutboxOptions = {
  pool: Pool;
  /** Name of the table, a plain identifier. */
  table: string;
  sns: SNSClient;
  topicArn: string;
  metrics: { registry: Registry };
  log: Logger;
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
/** Limits of SNS PublishBatch. */
const BATCH_MESSAGES = 10;
const BATCH_BYTES = 256 * 1024;
/** How many rows that SNS refused are left alone for a while. Beyond this number the oldest are tried again. */
const MAX_SET_ASIDE = 1000;
const SET_ASIDE_MS = 60_000;
const KEEP_DAYS = 35;
const PRUNE_EVERY_MS = 600_000;
const PRUNE_ROWS = 1000;
const MEASURE_EVERY_MS = 5000;
const PUBLISH_TIMEOUT_MS = 5000;

/** Publishes the rows of a service's table `outbox`, until the process closes. */
export function publishEvents(
  { metrics, log, onClose }: Process,
  config: Parameters<typeof createSns>[0] & { EVENTS_TOPIC_ARN: string },
  pool: Pool,
): OutboxRelay {
  const sns = createSns(config);
  countCalls(sns, 'sns', metrics);
  onClose('sns', () => sns.destroy());
  const topicArn = config.EVENTS_TOPIC_ARN;
  const relay = startOutboxRelay({ pool, table: 'outbox', sns, topicArn, metrics, log });
  onClose('outbox', relay.close);
  return relay;
}

/**
 * Publishes the rows of an outbox table to an SNS topic, oldest first, at least once each. Several relays share
 * the work: each claims rows nobody else has (`for update skip locked`) and marks only those SNS confirmed.
 * While SNS fails it waits from 0.2 s up to 30 s between tries. Published rows are kept 35 days.
 */
export function startOutboxRelay(options: OutboxOptions): OutboxRelay {
  const { pool, log } = options;
  const sql = outboxStatements(options.table);
  const gauges = createGauges(options.metrics.registry);
  const closing = new AbortController();
  const backoff = createBackoff(200, 30_000);
  const setAside = new Map<number, number>();
  let woken = new AbortController();
  let prunedAt = 0;
  let measuredAt = 0;

  async function relay(): Promise<number> {
    const now = Date.now();
    for (const [id, until] of setAside) {
      if (until <= now || setAside.size > MAX_SET_ASIDE) setAside.delete(id);
    }
    return transaction(pool, async (client) => {
      const rows = await query<OutboxRow>(client, sql.claim, [CLAIM, [...setAside.keys()]]);
      const outcomes = await Promise.allSettled(batches(rows).map((batch) => publish(options, batch)));
      const done = outcomes.flatMap((outcome) =>
        outcome.status === 'fulfilled' ? outcome.value.published : [],
      );
      if (done.length > 0) await query(client, sql.mark, [done]);
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') continue;
        for (const id of outcome.value.refused) setAside.set(id, now + SET_ASIDE_MS);
      }
      const failed = outcomes.find((outcome) => outcome.status === 'rejected');
      if (failed !== undefined && done.length === 0) throw failed.reason;
      return done.length;
    });
  }

  async function keepHouse(): Promise<void> {
    const now = Date.now();
    if (now - measuredAt >= MEASURE_EVERY_MS) {
      measuredAt = now;
      const [state] = await query<{ backlog: number; age_s: number }>(pool, sql.measure);
      gauges.backlog.set(state?.backlog ?? 0);
      gauges.age.set(state?.age_s ?? 0);
    }
    if (now - prunedAt >= PRUNE_EVERY_MS) {
      const pruned = await query(pool, sql.prune, [PRUNE_ROWS, KEEP_DAYS]);
      // As many as one pass takes: there may be more, and the next pass goes on with them.
      if (pruned.length < PRUNE_ROWS) prunedAt = now;
    }
  }

  async function loop(): Promise<void> {
    while (!closing.signal.aborted) {
      woken = new AbortController();
      const stir = AbortSignal.any([closing.signal, woken.signal]);
      try {
        // First, so that the gauges also grow while SNS is down.
        await keepHouse();
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
    },
  };
}

/** The event as it travels. */
export function toEnvelope(row: OutboxRow): Envelope {
  return {
    id: eventId(row.type, row.key, row.version),
    type: row.type,
    version: row.version,
    occurredAt: row.created_at.toISOString(),
    ...(row.traceparent === null ? {} : { traceparent: row.traceparent }),
    data: row.payload,
  };
}

type Message = { id: number; type: string; body: string; bytes: number };

function batches(rows: readonly OutboxRow[]): Message[][] {
  const result: Message[][] = [];
  let bytes = 0;
  for (const row of rows) {
    const body = JSON.stringify(toEnvelope(row));
    // The attribute's name, type and value count as well.
    const message = {
      id: row.id,
      type: row.type,
      body,
      bytes: Buffer.byteLength(body) + row.type.length + 16,
    };
    const last = result.at(-1);
    if (last === undefined || last.length === BATCH_MESSAGES || bytes + message.bytes > BATCH_BYTES) {
      result.push([message]);
      bytes = message.bytes;
    } else {
      last.push(message);
      bytes += message.bytes;
    }
  }
  return result;
}

async function publish(
  { sns, topicArn, log }: OutboxOptions,
  batch: readonly Message[],
): Promise<{ published: number[]; refused: number[] }> {
  const [first] = batch;
  if (first !== undefined && first.bytes > BATCH_BYTES) {
    log.error(
      { outboxId: first.id, bytes: first.bytes },
      'an event is larger than SNS accepts: it stays in the outbox, others pass it',
    );
    return { published: [], refused: [first.id] };
  }
  const { Successful = [], Failed = [] } = await sns.send(
    new PublishBatchCommand({
      TopicArn: topicArn,
      PublishBatchRequestEntries: batch.map((message) => ({
        Id: String(message.id),
        Message: message.body,
        MessageAttributes: { type: { DataType: 'String', StringValue: message.type } },
      })),
    }),
    { abortSignal: AbortSignal.timeout(PUBLISH_TIMEOUT_MS) },
  );
  for (const { Id, Code, SenderFault } of Failed) {
    log.error(
      { outboxId: Id, code: Code, senderFault: SenderFault },
      'SNS refused an event: it stays in the outbox, others pass it',
    );
  }
  return {
    published: Successful.map(({ Id }) => Number(Id)),
    refused: Failed.filter(({ SenderFault }) => SenderFault === true).map(({ Id }) => Number(Id)),
  };
}

/** The statements of a relay for its table, whose name is a plain identifier. */
export function outboxStatements(table: string): Record<'claim' | 'mark' | 'measure' | 'prune', Statement> {
  if (!/^[a-z_]+$/.test(table)) throw new Error(`"${table}" is no plain table name`);
  return {
    claim: statement(
      'outbox-claim',
      `select id, key, version, type, payload, traceparent, created_at from ${table}
       where published_at is null and id <> all ($2::bigint[])
       order by id limit $1 for update skip locked`,
    ),
    mark: statement('outbox-mark', `update ${table} set published_at = now() where id = any ($1::bigint[])`),
    measure: statement(
      'outbox-measure',
      `select count(*) as backlog,
         coalesce(extract(epoch from now() - min(created_at)), 0)::float8 as age_s
       from (select created_at from ${table} where published_at is null order by id limit 10000) oldest`,
    ),
    prune: statement(
      'outbox-prune',
      `delete from ${table} where published_at is not null and id in (
         select id from ${table} where created_at < now() - make_interval(days => $2) order by id limit $1)
       returning id`,
    ),
  };
}

function createGauges(registry: Registry): { backlog: Gauge; age: Gauge } {
  return {
    backlog: new Gauge({
      name: 'outbox_backlog',
      help: 'Committed events not yet published, counted up to 10000',
      registers: [registry],
    }),
    age: new Gauge({
      name: 'outbox_oldest_age_seconds',
      help: 'Age of the oldest event not yet published',
      registers: [registry],
    }),
  };
}
