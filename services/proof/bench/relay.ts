import { SNSClient } from '@aws-sdk/client-sns';
import { testDatabase } from '@healthbooker/local/test/database';
import { startTestStack } from '@healthbooker/local/test/stack';
import { createLogger } from '@healthbooker/runtime/log';
import { createMetrics } from '@healthbooker/runtime/metrics';
import { startOutboxRelay } from '@healthbooker/runtime/outbox';
import { openSchedulerPool } from '@healthbooker/scheduler/pool';
import type { Pool } from 'pg';

const log = createLogger('bench', 'warn');
const events = 5000;

/** Events that the relay publishes a second, with many kept ones behind it ÷ with none. SNS says yes at once. */
export async function benchRelay({ kept, rounds }: { kept: number; rounds: number }): Promise<void> {
  const stack = await startTestStack();
  Object.assign(process.env, stack.env);
  const database = await testDatabase('scheduler');
  const options = { max: 4, metrics: createMetrics('bench'), log };
  const owner = openSchedulerPool({ ...options, url: database.url, statementTimeoutMs: 900_000 });
  const pool = openSchedulerPool({ ...options, url: database.serviceUrl });
  const sns = yesSayer();
  try {
    await owner.query('select make_outbox_sent_day(current_date - n) from generate_series(-1, 34) n');
    const measure = () => eventsPerSecond(owner, pool, sns);
    await measure();
    const none = await repeat(rounds, measure);
    await owner.query(
      `insert into outbox_sent(id, sent_at, key, version, type, payload, created_at)
       select -n, at, 'kept-' || n, 1, 'appointment.changed', jsonb_build_object('words', repeat('x', 600)), at
       from generate_series(1, $1::int) n
       cross join lateral (select now() - n * interval '30 days' / $1::int as at) time`,
      [kept],
    );
    await owner.query('vacuum analyze outbox_sent');
    const many = await repeat(rounds, measure);
    const [few, much] = [median(none), median(many)];
    console.log('| measure | goal | ratio | median round |\n|---|---|---|---|');
    console.log(
      `| relay: events a second with ${kept.toLocaleString('en')} kept ÷ with none | ≥ 0.95 | ${(much / few).toFixed(2)} | ${much.toFixed(0)} ÷ ${few.toFixed(0)} per second |`,
    );
  } finally {
    await pool.end();
    await owner.end();
    sns.destroy();
    await database.drop();
    await stack.stop();
  }
}

/** What is measured is the database's part: SNS confirms without being asked. */
export function yesSayer(): SNSClient {
  const sns = new SNSClient({
    region: 'eu-west-2',
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
  });
  sns.middlewareStack.add(
    () => async (args) => {
      const { PublishBatchRequestEntries = [] } = args.input as {
        PublishBatchRequestEntries?: { Id?: string }[];
      };
      const output = { Successful: PublishBatchRequestEntries.map(({ Id }) => ({ Id })), $metadata: {} };
      return { output: output as never, response: {} };
    },
    { step: 'initialize' },
  );
  return sns;
}

/** Events published a second of so many that are new, on pools of the tables' owner and of the service. */
export async function eventsPerSecond(
  owner: Pick<Pool, 'query'>,
  pool: Pool,
  sns: SNSClient,
  count = events,
): Promise<number> {
  await owner.query(
    `insert into outbox(key, version, type, payload)
     select gen_random_uuid(), 1, 'appointment.changed', jsonb_build_object('words', repeat('x', 600))
     from generate_series(1, $1::int)`,
    [count],
  );
  const began = performance.now();
  const clock = () => new Date();
  const metrics = createMetrics('relay');
  const relay = startOutboxRelay({ pool, sns, topicArn: 'arn:bench', metrics, log, clock, pollMs: 5 });
  const left = async () =>
    (await owner.query('select from outbox where published_at is null limit 1')).rowCount ?? 0;
  while ((await left()) > 0) await new Promise((resolve) => setTimeout(resolve, 20));
  const seconds = (performance.now() - began) / 1000;
  await relay.close();
  return count / seconds;
}

async function repeat(rounds: number, measure: () => Promise<number>): Promise<number[]> {
  const results: number[] = [];
  for (let round = 0; round < rounds; round++) results.push(await measure());
  return results;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
