import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { testVariable } from '@healthbooker/local/test/variables';
import { ServiceError } from './errors.ts';
import { createLiveHub, type LiveHub, type LiveHubOptions } from './live.ts';
import { createLogger } from './log.ts';
import { createMetrics } from './metrics.ts';
import { openRedis, openSubscriber } from './redis.ts';

const log = createLogger('live-test', 'silent');
const url = testVariable('HB_TEST_REDIS_URL');
const redis = openRedis(url, log, createMetrics('live-test'));
const hour_ms = 3_600_000;
before(async () => {
  while (redis.status !== 'ready') await sleep(10);
});
after(() => redis.disconnect());

async function hubOn(address: string, options: Partial<LiveHubOptions> = {}): Promise<LiveHub> {
  const subscriber = openSubscriber(address, log, createMetrics('live-test'));
  await once(subscriber, 'ready');
  return createLiveHub({ subscriber, log, metrics: createMetrics('live-test'), ...options });
}

/** Collects what a stream sends; `until` waits for a text to be in it. */
function reader(stream: Readable) {
  let text = '';
  stream.on('data', (chunk) => (text += chunk));
  return {
    text: () => text,
    until: async (part: string) => {
      for (let waited = 0; !text.includes(part); waited += 10) {
        if (waited > 5000) assert.fail(`no ${JSON.stringify(part)} in ${JSON.stringify(text)}`);
        await sleep(10);
      }
    },
  };
}

test('a change reaches every open page of the person, and nobody else’s', async () => {
  const hub = await hubOn(url);
  const [ann, bob] = [randomUUID(), randomUUID()];
  const pages = [hub.open(ann, Date.now() + hour_ms), hub.open(ann, Date.now() + hour_ms)].map(reader);
  const other = reader(hub.open(bob, Date.now() + hour_ms));
  await Promise.all([...pages, other].map((page) => page.until('event: resumed\ndata: {}\n\n')));
  await redis.publish(`live:${ann}`, JSON.stringify({ type: 'appointment', id: 'a1', version: 2 }));
  for (const page of pages) await page.until('event: appointment\ndata: {"id":"a1","version":2}\n\n');
  await redis.publish(`live:${ann}`, 'nonsense');
  await redis.publish(`live:${ann}`, JSON.stringify({ type: 'x\ndata: forged', id: 'a1' }));
  await redis.publish(`live:${ann}`, JSON.stringify({ type: 'record', id: 'r1', version: 1 }));
  for (const page of pages) await page.until('event: record');
  assert.ok(!pages[0]?.text().includes('forged'));
  assert.ok(!other.text().includes('appointment'));
  await hub.close();
});

test('a stream ends when its reader may not have it any more, and only that one', async () => {
  const hub = await hubOn(url, { recheckMs: 20 });
  const person = randomUUID();
  let asked = 0;
  const link = async () => {
    asked += 1;
    if (asked > 2) throw new ServiceError('not-found', 'There is no such person.');
  };
  const proxy = hub.open(person, Date.now() + hour_ms, [{ of: 'link', key: 'proxy', ask: link }]);
  const account = { of: 'account', key: 'own', ask: async () => {} } as const;
  const own = hub.open(person, Date.now() + hour_ms, [account]);
  const [theirs, ours] = [reader(proxy), reader(own)];
  await once(proxy, 'end');
  await redis.publish(`live:${person}`, JSON.stringify({ type: 'appointment', id: 'a1', version: 2 }));
  await ours.until('event: appointment');
  assert.equal(asked, 3);
  assert.ok(!theirs.text().includes('appointment'));
  await hub.close();
});

test('streams on one right are asked for once; an account that is over opens none for a while', async () => {
  const hub = await hubOn(url, { recheckMs: 50 });
  const over = new ServiceError('forbidden', 'Your account has no access to this.');
  let asked = 0;
  const account = (key: string) => ({
    of: 'account' as const,
    key,
    ask: async () => {
      asked += 1;
      throw over;
    },
  });
  const open = (key: string) => hub.open(randomUUID(), Date.now() + hour_ms, [account(key)]);
  const streams = [open('one'), open('one'), open('one')];
  streams.forEach(reader);
  await Promise.all(streams.map((stream) => once(stream, 'end')));
  assert.equal(asked, 1);
  assert.throws(() => open('one'), over);
  reader(open('another'));
  await hub.close();
});

test('streams beat, end with their token, and are limited per person', async () => {
  const hub = await hubOn(url, { heartbeatMs: 50, streamsPerPerson: 2 });
  const person = randomUUID();
  const short = hub.open(person, Date.now() + 200);
  const long = hub.open(person, Date.now() + hour_ms);
  const texts = [short, long].map(reader);
  assert.throws(
    () => hub.open(person, Date.now() + hour_ms),
    (err) => err instanceof ServiceError && err.kind === 'rate-limited',
  );
  await once(short, 'end');
  assert.ok((texts[0]?.text().match(/^: $/gm)?.length ?? 0) >= 3);
  // The place of the one that ended is free again.
  const next = hub.open(person, Date.now() + hour_ms);
  next.resume();
  await hub.close();
  await Promise.all([once(long, 'close'), once(next, 'close')]);
  assert.match(texts[1]?.text() ?? '', /retry: \d+\n\n$/);
  assert.throws(() => hub.open(person, Date.now() + hour_ms), ServiceError);
});

test('a page that does not read costs a bounded queue and is told to ask again', async () => {
  const hub = await hubOn(url, { queueLength: 5 });
  const person = randomUUID();
  const stream = hub.open(person, Date.now() + hour_ms);
  await sleep(100);
  const filler = 'x'.repeat(250);
  for (let i = 0; i < 500; i += 1) {
    await redis.publish(`live:${person}`, JSON.stringify({ type: 'appointment', id: filler, version: i }));
  }
  const page = reader(stream);
  await redis.publish(`live:${person}`, JSON.stringify({ type: 'appointment', id: 'last', version: 500 }));
  await page.until('"last"');
  const delivered = page.text().match(/event: appointment/g)?.length ?? 0;
  assert.ok(delivered < 200, `${delivered} delivered`);
  assert.match(page.text(), /event: resumed/);
  await hub.close();
});

test('losing Redis pauses, its return resumes', async () => {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  const relay = (port: number): Promise<Server> =>
    new Promise((resolve) => {
      const server = createServer((near) => {
        const far = connect(Number(target.port), target.hostname);
        near.pipe(far).pipe(near);
        for (const socket of [near, far]) {
          sockets.add(socket);
          socket.on('error', () => socket.destroy());
        }
      }).listen(port, '127.0.0.1', () => resolve(server));
    });
  let server = await relay(0);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const hub = await hubOn(`redis://127.0.0.1:${port}`);
  const person = randomUUID();
  const page = reader(hub.open(person, Date.now() + hour_ms));
  await page.until('event: resumed');
  server.close();
  for (const socket of sockets) socket.destroy();
  await page.until('event: paused');
  const late = reader(hub.open(person, Date.now() + hour_ms));
  await late.until('event: paused');
  server = await relay(port);
  await late.until('event: resumed');
  await redis.publish(`live:${person}`, JSON.stringify({ type: 'appointment', id: 'a2', version: 1 }));
  await page.until('"a2"');
  await hub.close();
  server.close();
  for (const socket of sockets) socket.destroy();
});
