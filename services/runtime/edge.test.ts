import assert from 'node:assert/strict';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  accessToken,
  expiredToken,
  forgedToken,
  identityEnv,
  idToken,
  otherPoolToken,
} from '@healthbooker/local/test/tokens';
import { z } from 'zod';
import { cognitoEnv, readConfig } from './config.ts';
import { createEdge, type Edge, type EdgeOptions } from './edge.ts';
import { encode } from './encoded.ts';
import { ServiceError } from './errors.ts';
import { createVerifier } from './identity.ts';
import { createLogger } from './log.ts';
import { createMetrics } from './metrics.ts';
import { createRateLimiter } from './rate-limit.ts';
import { route } from './route.ts';

const log = createLogger('edge-test', 'silent');
const metrics = createMetrics('edge-test');
const Slot = z.strictObject({ id: z.uuid(), startAt: z.iso.datetime() }).meta({ id: 'Slot' });
const patient = { sub: '0b5b1a34-52f6-4a7e-9d0c-5b7d8a1f0001', groups: ['Patients'] };
const slotId = '0b5b1a34-52f6-4a7e-9d0c-5b7d8a1f0002';

const routes = [
  route({
    method: 'POST',
    path: '/v1/things/:id/parts',
    callers: ['Patients'],
    summary: 'Takes everything a route can take',
    params: z.strictObject({ id: z.uuid() }),
    query: z.strictObject({
      limit: z.int32().min(1).max(100).default(50),
      days: z.array(z.int32().min(1).max(7)).max(7).optional(),
      loud: z.boolean().optional(),
    }),
    body: z.strictObject({
      name: z.string().min(1).max(5),
      answers: z.strictObject({ worse: z.boolean() }),
    }),
    idempotent: true,
    responses: { 201: z.strictObject({ seen: z.unknown(), personId: z.string() }) },
    async handle({ params, query, body, context, idempotencyKey }) {
      const personId = context.caller.kind === 'person' ? context.caller.personId : '';
      return {
        status: 201,
        body: { seen: { ...params, query, body, idempotencyKey }, personId },
        headers: { Location: `/v1/things/${params.id}` },
      };
    },
  }),
  route({
    method: 'GET',
    path: '/v1/things/:id',
    callers: ['Patients'],
    summary: 'Fails in the way its id says',
    params: z.strictObject({ id: z.string() }),
    deadlineMs: 100,
    responses: { 200: z.strictObject({ slot: Slot.nullable() }) },
    async handle({ params, context }) {
      if (params.id === 'slow') await sleep(1000, undefined, { signal: context.signal });
      if (params.id === 'bug') throw new TypeError('secret detail');
      if (params.id === 'taken') {
        throw new ServiceError('slot-taken', 'This time has just been taken.', {
          details: { alternatives: JSON.stringify([{ id: slotId, startAt: '2026-12-03T14:15:00Z' }]) },
        });
      }
      if (params.id === 'gone') throw new ServiceError('unavailable', 'Try later.', { retryAfterMs: 2500 });
      return { status: 200, body: { slot: null } };
    },
  }),
  route({
    method: 'GET',
    path: '/v1/directory',
    callers: 'public',
    summary: 'Long enough to compress',
    cacheControl: 'private, max-age=60',
    responses: { 200: z.strictObject({ text: z.string() }) },
    handle: async () => ({
      status: 200,
      body: { renderedJson: encode(Buffer.from(JSON.stringify({ text: 'again and '.repeat(500) }))) },
      headers: { ETag: 'W/"7"' },
    }),
  }),
  route({
    method: 'GET',
    path: '/v1/wait',
    callers: 'public',
    summary: 'Takes 300 ms',
    responses: { 200: z.strictObject({ done: z.boolean() }) },
    async handle() {
      await sleep(300);
      return { status: 200, body: { done: true } };
    },
  }),
];

function start(overrides: Partial<EdgeOptions> = {}, limits = { person: 10_000, address: 10_000 }): Edge {
  const env = readConfig(z.object(cognitoEnv), identityEnv());
  return createEdge({
    info: { title: 'Test', version: '1', description: 'Test' },
    openApiPath: '/openapi.json',
    apiBase: '/v1/',
    routes,
    capacity: 'patient',
    verifier: createVerifier({ NODE_ENV: 'test', ...env }),
    metrics,
    log,
    rateLimits: {
      person: createRateLimiter({ name: 'person', limitPerMinute: limits.person, log }),
      address: createRateLimiter({ name: 'address', limitPerMinute: limits.address, log }),
    },
    trustedProxyHops: 0,
    connectOrigins: [],
    publicUrl: undefined,
    production: false,
    checkResponses: true,
    ...overrides,
  });
}

let edge: Edge;
let url: string;
let token: string;
const parts = `/v1/things/${slotId}/parts`;
const goodBody = { name: 'Ann', answers: { worse: true } };

before(async () => {
  edge = start();
  url = `http://127.0.0.1:${await edge.listen('127.0.0.1', 0)}`;
  token = await accessToken(patient);
});
after(() => edge.close());

function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url + path, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': 'key-12345',
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

const problem = z.looseObject({
  type: z.string(),
  status: z.number(),
  instance: z.string().regex(/^urn:uuid:[0-9a-f-]{36}$/),
  detail: z.string().optional(),
  errors: z.array(z.strictObject({ field: z.string(), message: z.string() })).optional(),
  alternatives: z.unknown().optional(),
});

async function problemOf(response: Response, status: number) {
  assert.equal(response.status, status);
  assert.equal(response.headers.get('content-type'), 'application/problem+json');
  assert.equal(response.headers.get('cache-control'), 'no-store');
  const body = problem.parse(await response.json());
  assert.equal(body.status, status);
  return body;
}

test('a valid request reaches its handler with values, not text', async () => {
  const response = await post(`${parts}?limit=7&days=1&days=3&loud=true`, goodBody);
  assert.equal(response.status, 201);
  assert.equal(response.headers.get('location'), `/v1/things/${slotId}`);
  assert.deepEqual(await response.json(), {
    personId: patient.sub,
    seen: {
      id: slotId,
      query: { limit: 7, days: [1, 3], loud: true },
      body: goodBody,
      idempotencyKey: 'key-12345',
    },
  });
});

test('every wrong field of every part is named in the caller’s terms', async () => {
  const response = await post(
    '/v1/things/nonsense/parts?limit=many&days=9&limit2=1',
    { name: 'too long', answers: { better: 1 }, extra: true },
    { 'idempotency-key': 'short' },
  );
  const body = await problemOf(response, 400);
  assert.equal(body.type, 'https://healthbooker.example/problems/invalid');
  assert.deepEqual(
    new Map(body.errors?.map(({ field, message }) => [field, message])),
    new Map([
      ['id', 'must be a UUID'],
      ['limit', 'must be a number'],
      ['days[0]', 'must be at most 7'],
      ['limit2', 'is not a known field'],
      ['Idempotency-Key', 'must be 8 to 128 printable characters'],
      ['name', 'must have at most 5 characters'],
      ['answers.worse', 'is required'],
      ['answers.better', 'is not a known field'],
      ['extra', 'is not a known field'],
    ]),
  );
});

test('a missing idempotency key, a repeated parameter, and parameters on a route that takes none', async () => {
  const without = await fetch(url + parts, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(goodBody),
  });
  assert.deepEqual((await problemOf(without, 400)).errors, [
    { field: 'Idempotency-Key', message: 'is required' },
  ]);
  const twice = await problemOf(await post(`${parts}?limit=1&limit=2`, goodBody), 400);
  assert.deepEqual(twice.errors, [{ field: 'limit', message: 'may be given only once' }]);
  const unknown = await problemOf(await fetch(`${url}/v1/directory?page=2`), 400);
  assert.deepEqual(unknown.errors, [{ field: 'page', message: 'is not a known field' }]);
});

test('a name that stands twice in an object is refused, however it is escaped and however deep', async () => {
  for (const body of [
    '{"name":"Ann","name":"Bob","answers":{"worse":true}}',
    '{"name":"Ann","n\\u0061me":"Ann","answers":{"worse":true}}',
    '{"name":"Ann","answers":{"worse":true, "worse" : false}}',
    '{"answers":{"worse":true},"name":"Ann","answers":{"worse":true}}',
    '{"name":"Ann","answers":{"worse":true},"__proto__":1,"__proto__":1}',
  ]) {
    assert.deepEqual((await problemOf(await post(parts, body), 400)).errors, [
      { field: 'body', message: 'has a name twice in one object' },
    ]);
  }
  // The same name in two objects, and what only looks like names.
  const likeNames = await post(parts, '{"name":"\\":{\\"","answers":{"worse":true}}');
  assert.equal(likeNames.status, 201);
  const inside = await problemOf(await post(parts, '{"name":"Ann","answers":{"worse":true,"name":1}}'), 400);
  assert.deepEqual(inside.errors, [{ field: 'answers.name', message: 'is not a known field' }]);
});

test('lengths of text count code points, as the document says', async () => {
  const named = (name: string) => post(parts, JSON.stringify({ name, answers: { worse: true } }));
  assert.equal((await named('😀😀😀😀😀')).status, 201);
  assert.deepEqual((await problemOf(await named('😀😀😀😀😀x'), 400)).errors, [
    { field: 'name', message: 'must have at most 5 characters' },
  ]);
  const { info } = z
    .object({ info: z.object({ description: z.string() }) })
    .parse(await (await fetch(`${url}/openapi.json`)).json());
  assert.match(info.description, /Lengths of text count Unicode code points/);
});

test('bodies that cannot be read', async () => {
  await problemOf(await post(parts, '{"name":'), 400);
  await problemOf(await post(parts, ''), 400);
  await problemOf(await post(parts, '["list"]'), 400);
  await problemOf(
    await post(parts, 'name=Ann', { 'content-type': 'application/x-www-form-urlencoded' }),
    415,
  );
  await problemOf(await post(parts, goodBody, { 'content-type': 'application/json; charset=latin1' }), 415);
  await problemOf(await post(parts, goodBody, { 'content-encoding': 'gzip' }), 415);
  const padded = (bytes: number) => JSON.stringify(goodBody).padEnd(bytes);
  assert.equal((await post(parts, padded(64 * 1024))).status, 201);
  await problemOf(await post(parts, padded(64 * 1024 + 1)), 413);
  await problemOf(await post(parts, padded(900 * 1024)), 413);
  const polluting = await post(parts, '{"name":"Ann","answers":{"worse":true},"__proto__":{"admin":true}}');
  assert.deepEqual((await problemOf(polluting, 400)).errors, [
    { field: '__proto__', message: 'is not a known field' },
  ]);
});

test('a text that no store takes is refused in every part, names included, and so is nesting without end', async () => {
  const unfit = 'must not hold a NUL or half a character';
  const errors = async (path: string, body: unknown) => (await problemOf(await post(path, body), 400)).errors;
  const worse = { worse: true };
  assert.deepEqual(await errors(parts, { name: 'A\0n', answers: worse }), [
    { field: 'name', message: unfit },
  ]);
  for (const half of ['\\ud800', '\\udc00', '\\ude00\\ud83d']) {
    assert.deepEqual(await errors(parts, `{"name":"A${half}","answers":{"worse":true}}`), [
      { field: 'name', message: unfit },
    ]);
  }
  assert.deepEqual(await errors(parts, '{"name":"Ann","answers":{"\\u0000":true}}'), [
    { field: 'answers', message: unfit },
  ]);
  assert.deepEqual(await errors(parts, '"\\u0000"'), [{ field: 'body', message: unfit }]);
  assert.deepEqual(await errors(`${parts}?loud=%00`, goodBody), [{ field: 'loud', message: unfit }]);
  assert.deepEqual(await errors(`${parts}?%00=1`, goodBody), [{ field: 'query', message: unfit }]);
  const response = await fetch(`${url}/v1/things/a%00b`, { headers: { authorization: `Bearer ${token}` } });
  assert.deepEqual((await problemOf(response, 400)).errors, [{ field: 'id', message: unfit }]);
  for (const deep of [
    `${'['.repeat(30_000)}${']'.repeat(30_000)}`,
    `${'{"a":'.repeat(9000)}1${'}'.repeat(9000)}`,
  ]) {
    assert.deepEqual(await errors(parts, deep), [
      { field: 'body', message: 'must not nest deeper than 32 levels' },
    ]);
  }
  assert.equal((await post(parts, { ...goodBody, name: '😀' })).status, 201);
});

test('numbers are read as they are written in one way only, and never beyond 32 bits', async () => {
  for (const limit of ['1e1', '+5', '%205', '5%20', '05', '0x5', '5.5', '4294967297', '-4294967291', '']) {
    await problemOf(await post(`${parts}?limit=${limit}`, goodBody), 400);
  }
  assert.equal((await post(`${parts}?limit=5`, goodBody)).status, 201);
});

test('tokens that do not count are refused before anything else is looked at', async () => {
  const tokens = {
    expired: await expiredToken(patient),
    forged: await forgedToken(patient),
    id: await idToken(patient),
    'other pool': await otherPoolToken(patient),
    nonsense: 'nonsense',
  };
  for (const [name, bad] of Object.entries(tokens)) {
    const response = await post(parts, 'not even JSON', { authorization: `Bearer ${bad}` });
    assert.equal(response.headers.get('www-authenticate'), 'Bearer', name);
    await problemOf(response, 401);
  }
  await problemOf(await fetch(`${url}/v1/things/x`), 401);
  await problemOf(await post(parts, goodBody, { authorization: 'Basic YTpi' }), 401);
});

test('a group without the function is refused, and a role in a header changes nothing', async () => {
  for (const capacity of ['patient', 'staff'] as const) {
    const token = await accessToken({ sub: 'a-provider', groups: ['Providers'], capacity });
    const headers = { authorization: `Bearer ${token}`, 'x-role': 'Patients' };
    await problemOf(await post(parts, goodBody, headers), 403);
  }
});

test('a token of the other portal is refused with what to do, whatever groups it claims', async () => {
  const both = ['Patients', 'Providers', 'Admins'];
  const asStaff = await accessToken({ sub: 'both', groups: both, capacity: 'staff' });
  const asPatient = await accessToken({ sub: 'both', groups: both, capacity: 'patient' });
  const get = (place: string, bearer: string) =>
    fetch(`${place}/v1/things/x`, { headers: { authorization: `Bearer ${bearer}` } });
  const refused = await problemOf(await get(url, asStaff), 403);
  assert.match(String(refused.detail), /sign in at the patients’ portal/);
  assert.equal((await get(url, asPatient)).status, 200);
  const clinic = start({ capacity: 'staff' });
  const place = `http://127.0.0.1:${await clinic.listen('127.0.0.1', 0)}`;
  try {
    const elsewhere = await problemOf(await get(place, asPatient), 403);
    assert.match(String(elsewhere.detail), /sign in at the clinic’s portal/);
  } finally {
    await clinic.close();
  }
});

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
  const secure = start({ production: true, publicUrl: 'https://clinic.example' });
  const port = await secure.listen('127.0.0.1', 0);
  const strict = await fetch(`http://127.0.0.1:${port}/v1/nothing`);
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

test('limits per person and per address answer 429 with Retry-After', async () => {
  const small = start({ trustedProxyHops: 1 }, { person: 3, address: 5 });
  const at = `http://127.0.0.1:${await small.listen('127.0.0.1', 0)}/v1/things/x`;
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
  const closing = start({ server: { idleGraceMs: 150, hardLimitMs: 3000 } });
  const port = await closing.listen('127.0.0.1', 0);
  const pending = fetch(`http://127.0.0.1:${port}/v1/wait`);
  await sleep(100);
  const closed = closing.close();
  const response = await pending;
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('connection'), 'close');
  assert.deepEqual(await response.json(), { done: true });
  await closed;
  await assert.rejects(fetch(`http://127.0.0.1:${port}/v1/directory`));
});

test('a kept connection may send one more request while closing, and loses nothing', async () => {
  const closing = start({ server: { idleGraceMs: 500, hardLimitMs: 3000 } });
  const port = await closing.listen('127.0.0.1', 0);
  const socket = connect(port, '127.0.0.1');
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

test('what is no HTTP gets a 400 and headers without end a 431', async () => {
  const answerTo = (text: string) =>
    new Promise<string>((resolve) => {
      let received = '';
      const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(text));
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
