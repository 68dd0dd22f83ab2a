import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { accessToken } from '@healthbooker/local/test/tokens';
import { problemOf, startEdge, token } from './edge.test-parts.ts';

test('limits per person and per address answer 429 with Retry-After', async () => {
  const small = await startEdge({ trustedProxyHops: 1 }, { person: 3, address: 5 });
  const at = `${small.url}/v1/things/x`;
  const get = (bearer: string, forwarded: string) =>
    fetch(at, { headers: { authorization: `Bearer ${bearer}`, 'x-forwarded-for': forwarded } });
  for (let i = 0; i < 3; i += 1) assert.equal((await get(token, `10.0.0.${i}`)).status, 200);
  const refused = await get(token, '10.0.0.9');
  assert.ok(Number(refused.headers.get('retry-after')) > 0);
  assert.match(refused.headers.get('ratelimit') ?? '', /^"person";r=0;t=\d+$/);
  assert.equal(refused.headers.get('ratelimit-policy'), '"person";q=3;w=60');
  await problemOf(refused, 429);
  const other = await accessToken({ sub: 'somebody-else', groups: ['Patients'] });
  assert.equal((await get(other, '10.0.0.9')).status, 200);
  // What a caller writes into the header itself stands before what our proxy adds.
  for (let i = 0; i < 4; i += 1) await get('bad', `99.9.9.${i}, 10.0.1.1`);
  await get('bad', '99.9.9.8, 10.0.1.1');
  assert.equal((await get('bad', '99.9.9.9, 10.0.1.1')).status, 429);
  await small.close();
});

test('closing answers what is under way, ends kept connections and accepts no new ones', async () => {
  const closing = await startEdge({ server: { idleGraceMs: 150, hardLimitMs: 3000 } });
  const pending = fetch(`${closing.url}/v1/wait`);
  await sleep(100);
  const closed = closing.close();
  const response = await pending;
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('connection'), 'close');
  assert.deepEqual(await response.json(), { done: true });
  await closed;
  await assert.rejects(fetch(`${closing.url}/v1/directory`));
});

test('a kept connection may send one more request while closing, and loses nothing', async () => {
  const closing = await startEdge({ server: { idleGraceMs: 500, hardLimitMs: 3000 } });
  const socket = connect(closing.port, '127.0.0.1');
  let received = '';
  socket.setEncoding('utf8').on('data', (text) => (received += text));
  const ended = new Promise((resolve) => socket.once('close', resolve));
  const ask = 'GET /v1/directory HTTP/1.1\r\nHost: x\r\n\r\n';
  socket.write(ask);
  await sleep(100);
  const closed = closing.close();
  await sleep(50);
  socket.write(ask);
  await Promise.all([closed, ended]);
  assert.equal(received.match(/HTTP\/1\.1 200 OK/g)?.length, 2);
});

test('what is no HTTP gets a 400 and headers without end a 431', async (t) => {
  const edge = await startEdge();
  t.after(() => edge.close());
  const answerTo = (text: string) =>
    new Promise<string>((resolve) => {
      let received = '';
      const socket = connect(edge.port, '127.0.0.1', () => socket.write(text));
      socket.setEncoding('utf8').on('data', (chunk) => (received += chunk));
      socket.once('close', () => resolve(received));
      socket.on('error', () => socket.destroy());
    });
  assert.match(await answerTo('hello\r\n\r\n'), /^HTTP\/1\.1 400 /);
  assert.match(
    await answerTo(`GET / HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`),
    /^HTTP\/1\.1 431 /,
  );
});
