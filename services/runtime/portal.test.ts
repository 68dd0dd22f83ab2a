import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { createEdge, type Edge } from './edge.ts';
import { ServiceError } from './errors.ts';
import { createLogger } from './log.ts';
import { createMetrics } from './metrics.ts';
import { loadPortal } from './portal.ts';
import { createRateLimiter } from './rate-limit.ts';

const log = createLogger('portal-test', 'silent');
const outside = mkdtempSync(join(tmpdir(), 'portal-'));
const dir = join(outside, 'dist');
const second = join(outside, 'second');
const script = 'console.log("a portal");'.repeat(100);
let edge: Edge;
let port: number;

before(async () => {
  mkdirSync(join(dir, 'assets'), { recursive: true });
  mkdirSync(second);
  writeFileSync(join(second, 'index.html'), '<!doctype html><title>Office</title>');
  writeFileSync(join(outside, 'secret.txt'), 'secret');
  writeFileSync(join(dir, 'index.html'), '<!doctype html><title>Portal</title>');
  writeFileSync(join(dir, 'favicon.svg'), '<svg/>');
  writeFileSync(join(dir, 'assets/index-B7x_9a1c.js'), script);
  writeFileSync(join(dir, 'assets/index-B7x_9a1c.js.br'), brotliCompressSync(script));
  writeFileSync(join(dir, 'assets/index-B7x_9a1c.js.gz'), gzipSync(script));
  writeFileSync(join(dir, 'assets/plain-B7x_9a1d.css'), 'a { color: red }'.repeat(200));
  const limiter = createRateLimiter({ name: 'any', limitPerMinute: 1000, log });
  edge = createEdge({
    info: { title: 'Test', version: '1', description: 'Test' },
    openApiPath: '/clinic/openapi.json',
    apiBase: '/clinic/v1/',
    routes: [],
    capacity: 'staff',
    verifier: { verify: () => Promise.reject(new ServiceError('unauthenticated', 'no')) },
    metrics: createMetrics('portal-test'),
    log,
    rateLimits: { person: limiter, address: limiter },
    trustedProxyHops: 0,
    portals: [
      { dir, base: '/clinic/' },
      { dir: second, base: '/office/' },
    ],
    connectOrigins: ['https://cognito.example'],
    publicUrl: undefined,
    production: false,
    server: { idleGraceMs: 50 },
  });
  port = await edge.listen('127.0.0.1', 0);
});
after(async () => {
  await edge.close();
  rmSync(outside, { recursive: true });
});

type Answer = { status: number | undefined; headers: IncomingHttpHeaders; body: Buffer };

function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    request.on('error', reject).end();
  });
}

const page = { accept: 'text/html,application/xhtml+xml' };

test('pages the router knows get index.html, never kept by caches', async () => {
  for (const path of ['/clinic', '/clinic/', '/clinic/day?date=2026-12-03', '/clinic/index.html']) {
    const { status, headers, body } = await get(path, page);
    assert.equal(status, 200, path);
    assert.equal(headers['cache-control'], 'no-cache');
    assert.equal(headers['content-type'], 'text/html; charset=utf-8');
    assert.match(body.toString(), /Portal/);
    assert.match(headers['content-security-policy']?.toString() ?? '', /script-src 'self';/);
    assert.match(
      headers['content-security-policy']?.toString() ?? '',
      /connect-src 'self' https:\/\/cognito\.example;/,
    );
    assert.equal(headers['cross-origin-opener-policy'], 'same-origin');
  }
  const again = await get('/clinic/', page);
  const same = await get('/clinic/', { ...page, 'if-none-match': String(again.headers.etag) });
  assert.equal(same.status, 304);
  assert.equal((await get('/clinic/', page, 'HEAD')).body.length, 0);
});

test('a page is given only to those who take one, inside the portal and outside the API', async () => {
  for (const [path, headers] of [
    ['/clinic/day', { accept: 'application/json' }],
    ['/clinical', page],
    ['/', page],
    ['/clinic/v1/unknown', page],
    ['/clinic/assets/missing-12345678.js', page],
  ] as const) {
    const { status, headers: answered } = await get(path, headers);
    assert.equal(status, 404, path);
    assert.equal(answered['content-type'], 'application/problem+json');
  }
  assert.equal((await get('/clinic/', page, 'POST')).status, 404);
});

test('a page answers everybody but those who ask only for something else', async () => {
  for (const [accept, status] of [
    [undefined, 200],
    ['', 200],
    ['*/*', 200],
    ['text/*', 200],
    ['TEXT/HTML', 200],
    ['application/json, text/plain, */*', 200],
    ['application/json, text/html;q=0.1', 200],
    ['text/html;level=1, */*;q=0.8', 200],
    ['text/html; charset=utf-8', 200],
    ['application/json', 404],
    ['text/plain, application/xhtml+xml', 404],
    ['image/avif,image/webp,image/*', 404],
    ['text/html;q=0', 404],
    ['text/html;q=0, */*', 404],
    ['*/*;q=0', 404],
    ['text/htmlx', 404],
  ] as const) {
    for (const path of [
      '/clinic',
      '/clinic/',
      '/clinic/day?date=2026-12-03',
      '/office',
      '/office/leave/new',
    ]) {
      for (const method of ['GET', 'HEAD']) {
        const answer = await get(path, accept === undefined ? {} : { accept }, method);
        assert.equal(answer.status, status, `${method} ${path} with ${accept}`);
        if (status === 200) assert.equal(answer.headers.vary, 'Accept, Accept-Encoding');
      }
    }
    const script = await get('/clinic/assets/index-B7x_9a1c.js', accept === undefined ? {} : { accept });
    assert.equal(script.status, 200, 'a file is what its name says');
    for (const path of ['/clinic/v1', '/clinic/v1/', '/clinic/v1/unknown', '/clinic/assets/missing.js'])
      assert.equal((await get(path, accept === undefined ? {} : { accept })).status, 404, path);
  }
});

test('each portal answers under its own path', async () => {
  for (const path of ['/office', '/office/', '/office/leave/new']) {
    const { status, headers, body } = await get(path, page);
    assert.equal(status, 200, path);
    assert.match(body.toString(), /Office/);
    assert.match(headers['content-security-policy']?.toString() ?? '', /script-src 'self';/);
  }
  assert.equal((await get('/office/favicon.svg')).status, 404);
  assert.equal((await get('/officer', page)).status, 404);
});

test('hashed files stay in caches for a year, in the smallest form the client takes', async () => {
  const path = '/clinic/assets/index-B7x_9a1c.js';
  const plain = await get(path);
  assert.equal(plain.headers['cache-control'], 'public, max-age=31536000, immutable');
  assert.equal(plain.headers['content-encoding'], undefined);
  assert.equal(plain.body.toString(), script);
  const br = await get(path, { 'accept-encoding': 'gzip, br' });
  assert.equal(br.headers['content-encoding'], 'br');
  assert.deepEqual(br.body, brotliCompressSync(script));
  assert.equal(br.headers.vary, 'Accept-Encoding');
  const gzip = await get(path, { 'accept-encoding': 'br;q=0, gzip' });
  assert.equal(gzip.headers['content-encoding'], 'gzip');
  assert.equal((await get('/clinic/favicon.svg')).headers['cache-control'], 'public, max-age=3600');
  const onTheFly = await get('/clinic/assets/plain-B7x_9a1d.css', { 'accept-encoding': 'gzip' });
  assert.equal(onTheFly.headers['content-encoding'], 'gzip');
});

test('a page of the next release is another page, though its size and its date are the same', () => {
  const release = (script: string) => {
    const built = mkdtempSync(join(outside, 'release-'));
    writeFileSync(join(built, 'index.html'), `<!doctype html><script src="/assets/${script}"></script>`);
    utimesSync(join(built, 'index.html'), 0, 0);
    return loadPortal(built, '/').page('/');
  };
  const [before, after] = [release('index-AAAAAAAA.js'), release('index-BBBBBBBB.js')];
  assert.equal(before?.identity.length, after?.identity.length);
  assert.notEqual(before?.etag, after?.etag);
  assert.equal(before?.etag, release('index-AAAAAAAA.js')?.etag);
});

test('nothing outside the folder can be named', async () => {
  for (const path of [
    '/clinic/../secret.txt',
    '/clinic/..%2fsecret.txt',
    '/clinic/%2e%2e/secret.txt',
    '/clinic/assets/../../secret.txt',
    '/clinic/..\\secret.txt',
    '/clinic//etc/passwd',
    '/etc/passwd',
    '/clinic/assets',
    '/clinic/%00',
    '/clinic/constructor',
  ]) {
    const { status, body } = await get(path, { accept: 'application/json' });
    assert.equal(status, 404, path);
    for (const { headers, body: told } of [await get(path), await get(path, page)]) {
      // A deep link's page at most.
      if (headers['content-type'] === 'text/html; charset=utf-8') assert.match(told.toString(), /Portal/);
      else assert.equal(headers['content-type'], 'application/problem+json', path);
    }
    assert.ok(!body.toString().includes('secret'));
  }
});

test('a folder without index.html is refused at start', () => {
  assert.throws(() => loadPortal(join(dir, 'assets'), '/'), /build the portal first/);
});
