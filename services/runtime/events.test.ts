import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  CreateTopicCommand,
  type PublishBatchCommandInput,
  SNSClient,
  SubscribeCommand,
} from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { type TestDatabase, testDatabase } from '@healthbooker/local/test/database';
import type { Envelope } from './envelope.ts';
import { ServiceError } from './errors.ts';
import { startFollower } from './follower.ts';
import { createLogger } from './log.ts';
import { createMetrics } from './metrics.ts';
import { startOutboxRelay } from './outbox.ts';
import { openPool, type Pool } from './postgres.ts';

let database: TestDatabase;
const log = createLogger('test', 'silent');
const aws = {
  endpoint: process.env['HB_TEST_AWS_ENDPOINT'] ?? '',
  region: 'eu-central-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
};
const clock = () => new Date();
const sns = new SNSClient(aws);
const sqs = new SQSClient(aws);
let pool: Pool;
let topicArn = '';
let queueUrl = '';
let deadUrl = '';

async function arnOf(QueueUrl: string): Promise<string> {
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }),
  );
  return Attributes?.QueueArn ?? '';
}

async function until(what: () => boolean | Promise<boolean>, withinMs = 15_000): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await what())) {
    if (Date.now() > end) throw new Error('it did not happen in time');
    await sleep(25);
  }
}

async function unpublished(): Promise<number> {
  const { rows } = await pool.query('select count(*) as n from outbox where published_at is null');
  return rows[0].n;
}

before(async () => {
  // The tables are the same in each service that publishes.
  database = await testDatabase('scheduler');
  pool = openPool({ url: database.url, max: 6, name: 'test', metrics: createMetrics('test'), log });
  const suffix = randomUUID();
  topicArn = (await sns.send(new CreateTopicCommand({ Name: `events-${suffix}` }))).TopicArn ?? '';
  deadUrl = (await sqs.send(new CreateQueueCommand({ QueueName: `dead-${suffix}` }))).QueueUrl ?? '';
  const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: await arnOf(deadUrl), maxReceiveCount: 5 });
  const created = await sqs.send(
    new CreateQueueCommand({
      QueueName: `queue-${suffix}`,
      Attributes: { RedrivePolicy, VisibilityTimeout: '1' },
    }),
  );
  queueUrl = created.QueueUrl ?? '';
  await sns.send(
    new SubscribeCommand({
      TopicArn: topicArn,
      Protocol: 'sqs',
      Endpoint: await arnOf(queueUrl),
      Attributes: { RawMessageDelivery: 'true' },
    }),
  );
});

after(async () => {
  await pool.end();
  await database.drop();
  sns.destroy();
  sqs.destroy();
});

const row = 'insert into outbox(key, version, type, payload, traceparent) values ($1, 1, $2, $3, $4)';

test('every committed row reaches the follower once published, oversized rows hold up nobody', async () => {
  await pool.query(row, ['huge', 'thing.changed', { text: 'x'.repeat(300_000) }, null]);
  for (let i = 0; i < 120; i += 1) {
    await pool.query(row, [
      `key-${i}`,
      'thing.changed',
      { i, text: 'y'.repeat(i % 10 === 0 ? 60_000 : 10) },
      null,
    ]);
  }
  const metrics = createMetrics('relay');
  const options = { pool, clock, sns, topicArn, log };
  const relays = [1, 2].map((n) =>
    startOutboxRelay({ ...options, metrics: n === 1 ? metrics : createMetrics('other') }),
  );
  const seen = new Map<string, Envelope>();
  const follower = startFollower({
    sqs,
    queueUrl,
    log,
    metrics: createMetrics('follower'),
    async handle(event) {
      seen.set(event.id, event);
    },
  });
  await until(() => seen.size === 120);
  await until(async () => (await unpublished()) === 1);
  const numbers = [...seen.values()].map(({ data }) => Number(data['i'])).sort((a, b) => a - b);
  assert.deepEqual(
    numbers,
    Array.from({ length: 120 }, (_, i) => i),
  );
  await pool.query(row, [
    'late',
    'thing.changed',
    { i: -1 },
    '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  ]);
  for (const relay of relays) relay.wake();
  await until(() => seen.size === 121);
  const late = [...seen.values()].find(({ data }) => data['i'] === -1);
  assert.equal(late?.traceparent, '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01');
  assert.match(await metrics.registry.metrics(), /outbox_backlog\{[^}]*\} \d/);
  await Promise.all([...relays, follower].map((part) => part.close()));
  await pool.query('delete from outbox');
});

test('a relay that cannot publish keeps the rows and goes on when it can', async () => {
  let down = true;
  const flaky = new SNSClient(aws);
  flaky.middlewareStack.add((next) => (args) => (down ? Promise.reject(new Error('down')) : next(args)), {
    step: 'initialize',
  });
  await pool.query(row, ['a', 'other.changed', {}, null]);
  const metrics = createMetrics('relay');
  const relay = startOutboxRelay({ pool, clock, sns: flaky, topicArn, log, metrics, pollMs: 20 });
  await sleep(200);
  assert.equal(await unpublished(), 1);
  assert.match(await metrics.registry.metrics(), /outbox_backlog\{[^}]*\} 1$/m);
  down = false;
  await until(async () => (await unpublished()) === 0);
  await relay.close();
});

test('what SNS does not confirm stays, and is published with the next', async () => {
  const sent: string[][] = [];
  const choosy = new SNSClient(aws);
  choosy.middlewareStack.add(
    (next) => async (args) => {
      const entries = (args.input as PublishBatchCommandInput).PublishBatchRequestEntries ?? [];
      sent.push(entries.map(({ Message = '' }) => JSON.parse(Message).data.name));
      // Of the first batch only the first message.
      if (sent.length === 1) args.input = { ...args.input, PublishBatchRequestEntries: entries.slice(0, 1) };
      return next(args);
    },
    { step: 'initialize' },
  );
  for (const name of ['kept', 'lost']) await pool.query(row, [name, 'other.changed', { name }, null]);
  const metrics = createMetrics('relay');
  const relay = startOutboxRelay({ pool, clock, sns: choosy, topicArn, log, metrics, pollMs: 20 });
  await until(async () => (await unpublished()) === 0);
  await relay.close();
  assert.deepEqual(sent, [['kept', 'lost'], ['lost']]);
});

/** Puts an event straight into the queue; returns its id. */
async function sendEvent(): Promise<string> {
  const occurredAt = new Date().toISOString();
  const event: Envelope = { id: randomUUID(), type: 'thing.changed', version: 1, occurredAt, data: {} };
  await sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: JSON.stringify(event) }));
  return event.id;
}

test('what fails comes again, an outage uses up no delivery, what is no event goes to the dead-letter queue', async (t) => {
  await sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: '{"no":"event"}' }));
  await sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: 'not json' }));
  const event = await sendEvent();
  let tries = 0;
  const follower = startFollower({
    sqs,
    queueUrl,
    log,
    metrics: createMetrics('follower'),
    async handle({ id }) {
      if (id !== event) return;
      tries += 1;
      // More failures than the five deliveries that the queue allows.
      if (tries <= 4) throw new ServiceError('unavailable', 'store is down');
      if (tries <= 6) throw new Error('bug');
    },
  });
  t.after(() => follower.close());
  await until(() => tries === 7, 40_000);
  const dead: string[] = [];
  await until(async () => {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl: deadUrl, MaxNumberOfMessages: 10 }),
    );
    dead.push(...Messages.map(({ Body }) => Body ?? ''));
    return dead.length >= 2;
  });
  assert.deepEqual([...new Set(dead)].sort(), ['not json', '{"no":"event"}']);
  assert.equal(tries, 7);
});

test('an event that arrives while its follower is closed is handled, not held back', async () => {
  const handled: string[] = [];
  const follower = startFollower({
    sqs,
    queueUrl,
    log,
    metrics: createMetrics('leaving'),
    async handle({ id }) {
      handled.push(id);
    },
  });
  const first = await sendEvent();
  await until(() => handled.includes(first));
  // It waits for the next one.
  await sleep(200);
  const closed = follower.close();
  const second = await sendEvent();
  await closed;
  assert.ok(handled.includes(second));
});
