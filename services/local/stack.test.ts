import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Redis } from 'ioredis';
import nodemailer from 'nodemailer';
import { loopback } from './ports.ts';
import { beganAt } from './process-identity.ts';
import { type LocalStack, stackPlace, startLocalStack } from './test/local-stack.ts';

const place = await stackPlace();
const options = { ...place, args: ['--empty'] };
after(() => place.remove());

const pids = (stack: LocalStack) =>
  stack.read().processes.flatMap(({ pid }) => (pid === undefined ? [] : [pid]));
const alive = (list: readonly number[]) => list.filter((pid) => beganAt(pid) !== undefined);

test('a stack outlives its supervisor being killed, and leaves nothing when it is stopped', async (t) => {
  const first = await startLocalStack(options);
  const firstPids = pids(first);
  assert.deepEqual(first.read().logins, [], 'nobody can sign in at an empty hospital');
  assert.doesNotMatch(first.output(), /ECONNREFUSED/, 'somebody was asked before it was there');

  await t.test('every process is recorded and the file with secrets is private', () => {
    assert.equal(firstPids.length, first.read().processes.length);
    assert.equal(statSync(join(place.dataDir, 'stack.json')).mode & 0o777, 0o600);
    assert.equal(statSync(join(place.dataDir, 'postgres-password')).mode & 0o777, 0o600);
  });

  await t.test('a second start says which process holds what', async () => {
    await assert.rejects(startLocalStack(options), (error: Error) => {
      for (const part of [String(first.read().supervisor.pid), place.dataDir, String(place.port)]) {
        assert.ok(error.message.includes(part), `${part} is not in: ${error.message}`);
      }
      return true;
    });
  });

  await t.test(
    'a process that is killed comes back; one that is stopped stays so until started',
    async () => {
      const before = first.pidOf('redis');
      process.kill(before, 'SIGKILL');
      await until(() =>
        first
          .read()
          .processes.some(({ name, state, pid }) => name === 'redis' && state === 'ready' && pid !== before),
      );
      await first.control('stop', 'redis');
      const url = first.read().stores.redis;
      assert.equal(first.read().processes.find(({ name }) => name === 'redis')?.state, 'stopped');
      await first.control('start', 'redis');
      const redis = new Redis(url);
      assert.equal(await redis.ping(), 'PONG');
      redis.disconnect();
    },
  );

  await nodemailer.createTransport(first.read().stores.smtp).sendMail({
    from: 'a@example.com',
    to: 'kept@example.com',
    subject: 'Kept',
    text: 'over a killed supervisor',
  });
  const pidsThen = pids(first);
  await first.end('SIGKILL');

  const second = await startLocalStack(options);
  await t.test('the next start ends what was left running and has the data', async () => {
    assert.deepEqual(alive(pidsThen), []);
    const response = await fetch(`${second.url}/inbox/messages?to=kept@example.com`);
    const { messages } = (await response.json()) as { messages: { subject: string }[] };
    assert.deepEqual(
      messages.map(({ subject }) => subject),
      ['Kept'],
    );
  });

  const lastPids = pids(second);
  assert.equal(await second.end('SIGTERM'), 0);
  assert.deepEqual(alive(lastPids), []);
  assert.ok(!existsSync(join(place.dataDir, 'supervisor.json')), 'the folder was not given up');
});

test('a stack whose folder was deleted ends like any other', async () => {
  const gone = await stackPlace();
  const stack = await startLocalStack({ ...gone, args: ['--empty'] });
  const running = pids(stack);
  gone.remove();
  assert.equal(await stack.end('SIGTERM'), 0, stack.output());
  assert.deepEqual(alive(running), []);
  assert.match(stack.output(), /What runs cannot be written down in /);
});

test('a port that somebody else holds is named with its holder', async () => {
  const server = createServer().listen(0, loopback);
  await once(server, 'listening');
  const address = server.address();
  assert.ok(address !== null && typeof address !== 'string');
  const other = await stackPlace();
  await assert.rejects(startLocalStack({ ...other, port: address.port }), (error: Error) => {
    assert.match(
      error.message,
      new RegExp(`Port ${address.port} is held by process ${process.pid} .*HB_PORT`),
    );
    return true;
  });
  server.close();
  other.remove();
});

async function until(condition: () => boolean): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!condition()) {
    assert.ok(performance.now() < deadline, 'did not happen within 10 s');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
