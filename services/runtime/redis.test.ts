import assert from 'node:assert/strict';
import { createServer, type Server, type Socket } from 'node:net';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLogger } from './log.ts';
import { createMetrics } from './metrics.ts';
import { openRedis, openSubscriber } from './redis.ts';

const log = createLogger('test', 'silent');
const closing: (() => void)[] = [];
after(() => {
  for (const close of closing) close();
});

type Node = { url: string; connections(): number; answer: (command: string[]) => string | undefined };

/** A stand-in for a node of Redis: it answers each command with what `answer` says, or not at all. */
async function startNode(answer: Node['answer']): Promise<Node> {
  let connections = 0;
  const sockets = new Set<Socket>();
  const node = {
    url: '',
    connections: () => connections,
    answer,
  };
  const server: Server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    let text = '';
    socket.on('data', (bytes) => {
      text += bytes.toString();
      for (;;) {
        const count = Number(/^\*(\d+)\r\n/.exec(text)?.[1]);
        if (Number.isNaN(count)) return;
        const whole = new RegExp(`^\\*${count}\\r\\n(?:\\$\\d+\\r\\n([^\\r]*)\\r\\n){${count}}`).exec(text);
        if (whole === null) return;
        text = text.slice(whole[0].length);
        const words = whole[0].split('\r\n').filter((_, index) => index >= 2 && index % 2 === 0);
        const reply = words[0]?.toLowerCase() === 'info' ? '$9\r\nloading:0\r\n' : node.answer(words);
        if (reply !== undefined) socket.write(reply);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  node.url = `redis://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  return node;
}

function open(node: Node, opener: typeof openRedis = openRedis) {
  const redis = opener(node.url, log, createMetrics('test'));
  closing.push(() => redis.disconnect());
  return redis;
}

async function until(check: () => boolean, within_ms = 8000): Promise<void> {
  for (const end = performance.now() + within_ms; !check(); ) {
    assert.ok(performance.now() < end, `it did not happen within ${within_ms} ms`);
    await sleep(20);
  }
}

const refusals = {
  READONLY: "READONLY You can't write against a read only replica.",
  LOADING: 'LOADING Redis is loading the dataset in memory',
  MASTERDOWN: "MASTERDOWN Link with MASTER is down and replica-serve-stale-data is set to 'no'.",
  NOREPLICAS: 'NOREPLICAS Not enough good replicas to write.',
};
for (const [name, message] of Object.entries(refusals)) {
  test(`a node that answers ${name} is left, and its successor is used`, async () => {
    let isDemoted = false;
    const node = await startNode(() => (isDemoted ? `-${message}\r\n` : '+OK\r\n'));
    const redis = open(node);
    await until(() => redis.status === 'ready');
    assert.equal(await redis.set('a', '1'), 'OK');
    assert.equal(node.connections(), 1);

    isDemoted = true;
    await assert.rejects(redis.set('a', '2'), new RegExp(name));
    // The next connection is to whoever has the name now.
    await until(() => node.connections() === 2);
    isDemoted = false;
    await until(() => redis.status === 'ready');
    let failed = 0;
    for (let writes = 0; writes < 40; writes += 1) await redis.set('a', '3').catch(() => (failed += 1));
    assert.equal(failed, 0);
  });
}

test('a node that stays demoted is not connected to again with each command', async () => {
  const node = await startNode(() => `-${refusals.READONLY}\r\n`);
  const redis = open(node);
  const end = performance.now() + 1500;
  let failed = 0;
  while (performance.now() < end) {
    await redis.set('a', '1').catch(() => (failed += 1));
    await sleep(5);
  }
  assert.ok(failed > 50, `${failed} commands`);
  assert.ok(node.connections() <= 4, `${node.connections()} connections`);
});

test('an error of the command itself leaves the connection as it is', async () => {
  const node = await startNode(
    () => '-WRONGTYPE Operation against a key holding the wrong kind of value\r\n',
  );
  const redis = open(node);
  await until(() => redis.status === 'ready');
  await assert.rejects(redis.set('a', '1'), /WRONGTYPE/);
  await sleep(100);
  assert.equal(node.connections(), 1);
});

test('a node that is gone without a word is left after two seconds, by who asks and by who listens', async () => {
  let isGone = false;
  const node = await startNode(([command = '']) => {
    if (isGone) return undefined;
    if (command === 'subscribe') return '*3\r\n$9\r\nsubscribe\r\n$4\r\nnews\r\n:1\r\n';
    return '+OK\r\n';
  });
  const redis = open(node);
  const subscriber = open(node, openSubscriber);
  await until(() => redis.status === 'ready' && subscriber.status === 'ready');
  await subscriber.subscribe('news');
  assert.equal(node.connections(), 2);
  isGone = true;
  const began = performance.now();
  await assert.rejects(redis.get('a'), /timed out/);
  assert.ok(performance.now() - began < 2000);
  await until(() => node.connections() >= 4, 12_000);
});
