import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { ListTopicsCommand, SNSClient } from '@aws-sdk/client-sns';
import { testVariable } from '@healthbooker/local/test/variables';
import type { NotificationServiceDefinition } from '@healthbooker/protos/gen/healthbooker/notification/v1/NotificationService';
import { awsClientConfig, countCalls } from './aws.ts';
import { createClient } from './grpc-client.ts';
import { createLogger } from './log.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { openPool, query, statement, transaction } from './postgres.ts';
import { openRedis } from './redis.ts';
import { newTrace } from './trace.ts';

const log = createLogger('calls-test', 'silent');
const one = statement('one', 'select 1 as n');
let metrics: Metrics;
beforeEach(() => {
  metrics = createMetrics('calls-test');
});

async function counted(): Promise<Record<string, number>> {
  const { values } = await metrics.outboundCalls.get();
  return Object.fromEntries(values.map(({ labels, value }) => [String(labels.system), value]));
}

test('every statement counts, and so do those that begin and end a transaction', async (t) => {
  const pool = openPool({ url: testVariable('HB_TEST_POSTGRES_URL'), max: 2, name: 'calls', metrics, log });
  t.after(() => pool.end());
  await query(pool, one);
  assert.deepEqual(await counted(), { sql: 1 });
  await transaction(pool, (tx) => Promise.all([query(tx, one), query(tx, one)]));
  assert.deepEqual(await counted(), { sql: 5 });
  await assert.rejects(transaction(pool, () => Promise.reject(new Error('no'))));
  assert.deepEqual(await counted(), { sql: 7 });
});

test('every command to Redis counts, also those that travel together', async (t) => {
  const redis = openRedis(testVariable('HB_TEST_REDIS_URL'), log, metrics);
  t.after(() => redis.disconnect());
  while (redis.status !== 'ready') await sleep(10);
  const before = (await counted())['redis'] ?? 0;
  const key = randomUUID();
  await Promise.all([redis.set(key, '1'), redis.get(key), redis.del(key)]);
  assert.equal((await counted())['redis'], before + 3);
});

test('every attempt at a request to AWS counts', async (t) => {
  let requests = 0;
  const failing = createServer((_request, response) => {
    requests += 1;
    response.writeHead(500).end('{}');
  }).listen(0, '127.0.0.1');
  await once(failing, 'listening');
  t.after(() => failing.close());
  const endpoint = `http://127.0.0.1:${(failing.address() as AddressInfo).port}`;
  const client = new SNSClient({
    ...awsClientConfig({ region: 'eu-west-2', endpoint, maxAttempts: 3 }),
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  countCalls(client, 'sns', metrics);
  await assert.rejects(client.send(new ListTopicsCommand({})));
  assert.equal(requests, 3);
  assert.deepEqual(await counted(), { sns: 3 });
  client.destroy();
});

test('every attempt at an RPC counts', async (t) => {
  const protoService = 'healthbooker.notification.v1.NotificationService';
  const client = createClient<NotificationServiceDefinition>({
    protoService,
    address: '127.0.0.1:1',
    metrics,
  });
  t.after(() => client.close());
  const context = { token: 'none', deadline: Date.now() + 5000, trace: newTrace(), idempotent: true };
  await assert.rejects(client.call('GetCalendar', { appointmentId: 'a' }, context), { kind: 'unavailable' });
  const { values } = await metrics.rpcClientRetries.get();
  const retries = values.reduce((sum, { value }) => sum + value, 0);
  assert.ok(retries > 0);
  assert.deepEqual(await counted(), { grpc: 1 + retries });
});
