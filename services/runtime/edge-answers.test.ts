import assert from 'node:assert/strict';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { after, test } from 'node:test';
import { z } from 'zod';
import { metrics, problemOf, slotId, startEdge, token } from './edge.test-parts.ts';

const edge = await startEdge();
const { url } = edge;
after(() => edge.close());

test('unknown paths are 404 and known ones with another method 405 with Allow', async () => {
  await problemOf(await fetch(`${url}/v1/nothing`, { headers: { accept: 'text/html' } }), 404);
  const response = await fetch(`${url}/v1/things/x`, { method: 'DELETE' });
  assert.equal(response.headers.get('allow'), 'GET, HEAD');
  await problemOf(response, 405);
  const made = await fetch(`${url}/v1/directory`, { method: 'PROPFIND' });
  await problemOf(made, 405);
});

test('errors of handlers: kinds, alternatives, deadlines, and nothing of a bug', async () => {
  const get = (id: string) =>
    fetch(`${url}/v1/things/${id}`, { headers: { authorization: `Bearer ${token}` } });
  const taken = await problemOf(await get('taken'), 409);
  assert.deepEqual(taken.alternatives, [{ id: slotId, startAt: '2026-12-03T14:15:00Z' }]);
  const gone = await get('gone');
  assert.equal(gone.headers.get('retry-after'), '3');
  await problemOf(gone, 503);
  const began = performance.now();
  await problemOf(await get('slow'), 504);
  assert.ok(performance.now() - began < 500);
  const bug = await get('bug');
  const text = await bug.clone().text();
  assert.ok(!text.includes('secret'));
  assert.equal((await problemOf(bug, 500)).detail, undefined);
});

test('every answer carries the security headers, and HSTS only over https in production', async () => {
  const response = await fetch(`${url}/v1/nothing`);
  assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
  assert.equal(response.headers.get('referrer-policy'), 'no-referrer');
  assert.equal(response.headers.get('content-security-policy'), "default-src 'none'; frame-ancestors 'none'");
  assert.equal(response.headers.get('strict-transport-security'), null);
  const secure = await startEdge({ production: true, publicUrl: 'https://clinic.example' });
  const strict = await fetch(`${secure.url}/v1/nothing`);
  assert.match(strict.headers.get('strict-transport-security') ?? '', /^max-age=\d+/);
  await secure.close();
});

test('the document is served and says what the routes check', async () => {
  const response = await fetch(`${url}/openapi.json`);
  const document = z
    .looseObject({ openapi: z.string(), paths: z.record(z.string(), z.unknown()) })
    .parse(await response.json());
  assert.equal(document.openapi, '3.1.0');
  assert.deepEqual(Object.keys(document.paths), [
    '/v1/directory',
    '/v1/things/{id}',
    '/v1/things/{id}/parts',
    '/v1/wait',
  ]);
});

test('long answers are compressed, and a known ETag costs no body', async () => {
  const { headers, length } = await raw('/v1/directory', { 'accept-encoding': 'br' });
  assert.equal(headers['content-encoding'], 'br');
  assert.ok(length < 500);
  const again = await raw('/v1/directory', { 'if-none-match': 'W/"7"' });
  assert.deepEqual([again.status, again.length], [304, 0]);
  assert.equal(again.headers['cache-control'], 'private, max-age=60');
});

test('requests are counted by pattern, never by path', async () => {
  await fetch(`${url}/v1/things/very-personal`, { headers: { authorization: `Bearer ${token}` } });
  await fetch(`${url}/v1/also-personal`, { method: 'GET' });
  const text = await metrics.registry.metrics();
  assert.match(text, /http_server_request_duration_seconds_count\{[^}]*route="\/v1\/things\/:id"/);
  assert.ok(!text.includes('personal'));
});

type RawAnswer = { status: number | undefined; headers: IncomingHttpHeaders; length: number };

/** fetch undoes compression and asks caches to step aside; this does neither. */
function raw(path: string, headers: Record<string, string>): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(url + path, { headers }, (response) => {
      let length = 0;
      response.on('data', (chunk: Buffer) => (length += chunk.length));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, length }));
    });
    request.on('error', reject).end();
  });
}
