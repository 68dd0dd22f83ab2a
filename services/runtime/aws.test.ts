import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { awsClientConfig } from './aws.ts';

test('a store that accepts and never answers is given up after the bounded attempts', async (t) => {
  let attempts = 0;
  const silent = createServer(() => {
    attempts += 1;
  }).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  t.after(() => {
    silent.closeAllConnections();
    silent.close();
  });
  const { port } = silent.address() as AddressInfo;
  const client = new SNSClient({
    ...awsClientConfig({ region: 'eu-west-2', endpoint: `http://127.0.0.1:${port}`, requestTimeoutMs: 200 }),
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const started = Date.now();
  await assert.rejects(
    client.send(new PublishCommand({ TopicArn: 'arn:aws:sns:eu-west-2:000000000000:t', Message: 'x' })),
  );
  assert.ok(Date.now() - started < 4000);
  assert.equal(attempts, 2);
  client.destroy();
});
