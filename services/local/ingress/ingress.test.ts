import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, get, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { ServiceError } from '@healthbooker/runtime/errors';
import { createHttpServer } from '@healthbooker/runtime/http-server';
import { readJson } from '@healthbooker/runtime/read-body';
import { accepts, freePorts, loopback } from '../ports.ts';
import { ConnectingAgent } from './connecting-agent.ts';
import { createLookup } from './lookup.ts';

let child: ChildProcess;
let url = '';
let edgePort = 0;
const target = createServer((request, response) => {
  if (request.url === '/live') {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: first\n\n');
    return;
  }
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { url: path, headers } = request;
    response.end(
      JSON.stringify({ path, forwarded: headers['x-forwarded-for'], body: Buffer.concat(chunks).toString() }),
    );
  });
});

before(async () => {
  const [port, targetPort, deadPort, forEdge = 0] = await freePorts(4);
  edgePort = forEdge;
  target.listen(targetPort, loopback);
  await once(target, 'listening');
  const routes = [
    { prefix: '/', target: `http://${loopback}:${targetPort}` },
    { prefix: '/edge', target: `http://${loopback}:${edgePort}` },
    { prefix: '/dead', target: `http://${loopback}:${deadPort}` },
  ];
  child = spawn(process.execPath, [fileURLToPath(new URL('main.ts', import.meta.url))], {
    env: { PORT: String(port), ROUTES: JSON.stringify(routes) },
    stdio: 'inherit',
  });
  while (!(await accepts(port ?? 0))) await new Promise((resolve) => setTimeout(resolve, 20));
  url = `http://localhost:${port}`;
});

after(async () => {
  child.kill();
  await once(child, 'exit');
  target.close();
  target.closeAllConnections();
});

test('a request arrives whole and says where it came from', async () => {
  const response = await fetch(`${url}/v1/things?a=b`, { method: 'POST', body: 'x'.repeat(100_000) });
  const { path, forwarded, body } = (await response.json()) as Record<string, string>;
  assert.equal(path, '/v1/things?a=b');
  assert.match(forwarded ?? '', /127\.0\.0\.1|::1/);
  assert.equal(body?.length, 100_000);
});

test('a stream arrives piece by piece', async () => {
  const response = await fetch(`${url}/live`);
  assert.ok(response.body);
  const reader = response.body.getReader();
  const { value } = await reader.read();
  assert.equal(new TextDecoder().decode(value), 'data: first\n\n');
  await reader.cancel();
});

test('a service that is down is 503 with Retry-After', async () => {
  const response = await fetch(`${url}/dead/end`);
  assert.equal(response.status, 503);
  assert.equal(response.headers.get('retry-after'), '1');
  assert.equal(response.headers.get('content-type'), 'application/problem+json');
});

test('where an address does not answer, another is tried', async (t) => {
  const { port } = target.address() as AddressInfo;
  const silent = '127.0.0.2';
  const program = `require('node:net').createServer().listen(${port}, '${silent}', 1, () => console.log('listens'))`;
  const stopped = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  t.after(() => stopped.kill('SIGKILL'));
  await once(stopped.stdout, 'data');
  stopped.kill('SIGSTOP');
  // It accepts nobody, and once its queue is full the kernel answers nobody either.
  const queued = Array.from({ length: 4 }, () => connect(port, silent));
  t.after(() => queued.forEach((socket) => void socket.destroy()));
  await new Promise((resolve) => setTimeout(resolve, 100));

  const asked: string[] = [];
  const lookup = createLookup(async (host) => {
    asked.push(host);
    return [{ address: asked.length < 3 ? silent : loopback, family: 4 }];
  }, 0);
  const agent = new ConnectingAgent({ lookup, keepAlive: false });
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get({ host: 'patients.example', port, path: '/x', agent }, resolve).once('error', reject);
  });
  assert.equal(response.statusCode, 200);
  assert.ok(asked.length >= 3);
  response.resume();
});

test('an address is kept while its name cannot be looked up', async () => {
  let asked = 0;
  const lookup = createLookup(async () => {
    asked += 1;
    if (asked > 1) throw new Error('no name server answers');
    return [{ address: loopback, family: 4 }];
  }, 0);
  const ask = () =>
    new Promise((resolve) => lookup('patients.example', {}, (err, address) => resolve(err ?? address)));
  for (let times = 1; times <= 3; times += 1) {
    assert.equal(await ask(), loopback);
    await new Promise(setImmediate);
  }
  assert.equal(asked, 3);
});

test('a name that was never found is an error', async () => {
  const lookup = createLookup(async () => Promise.reject(new Error('no name server answers')));
  const found = await new Promise((resolve) => lookup('patients.example', {}, resolve));
  assert.match(String(found), /no name server answers/);
});

/** Opens a connection, sends a beginning, and waits for its end: what was answered, and after how many seconds. */
async function answerTo(beginning: string): Promise<{ answer: string; after_s: number }> {
  const began = performance.now();
  const socket = connect(Number(new URL(url).port), loopback);
  socket.on('error', () => {});
  socket.write(beginning);
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk;
  });
  await once(socket, 'close');
  return { answer, after_s: (performance.now() - began) / 1000 };
}

test('a client that does not finish its headers, or sends too many, is cut off', async () => {
  const unfinished = Array.from({ length: 100 }, () =>
    answerTo('GET /v1/things HTTP/1.1\r\nHost: here\r\nX-Slow: '),
  );
  const huge = answerTo(`GET / HTTP/1.1\r\nHost: here\r\nX-Huge: ${'x'.repeat(20_000)}\r\n\r\n`);
  assert.match((await huge).answer, /^HTTP\/1\.1 431 /);
  for (const { answer, after_s } of await Promise.all(unfinished)) {
    assert.match(answer, /^HTTP\/1\.1 408 /);
    assert.ok(after_s < 20, `cut after ${after_s} s`);
  }
});

test('a body that stops half-way is cut off', async () => {
  const { answer, after_s } = await answerTo(
    'POST /v1/things HTTP/1.1\r\nHost: here\r\nContent-Length: 10\r\n\r\nhalf',
  );
  assert.ok(after_s < 40, `cut after ${after_s} s`);
  assert.match(answer, /^HTTP\/1\.1 408 /);
});

test('what the edge says of a body that is too large arrives', async () => {
  const edge = createHttpServer((request, response) => {
    readJson(request, 64 * 1024).then(
      () => response.writeHead(200).end(),
      (error: ServiceError) => {
        response.shouldKeepAlive = false;
        response.writeHead(error.kind === 'too-large' ? 413 : 400).end();
      },
    );
  });
  const port = await edge.listen(loopback, edgePort);
  assert.equal(port, edgePort);
  for (const megabytes of [0.1, 1, 3, 6, 9, 40]) {
    for (const chunked of [false, true]) {
      const bytes = Buffer.alloc(megabytes * 1024 * 1024, 'x');
      const response = await fetch(`${url}/edge/v1/things`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        ...(chunked ? { body: new Blob([bytes]).stream(), duplex: 'half' } : { body: bytes }),
      } as RequestInit);
      assert.equal(response.status, 413, `${megabytes} MB, chunked: ${chunked}`);
    }
  }
  await edge.close();
});
