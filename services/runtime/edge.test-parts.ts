import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { accessToken, identityEnv } from '@healthbooker/local/test/tokens';
import { z } from 'zod';
import { cognitoEnv, readConfig } from './config.ts';
import { createEdge, type EdgeOptions } from './edge.ts';
import { encode } from './encoded.ts';
import { ServiceError } from './errors.ts';
import { createVerifier } from './identity.ts';
import { createLogger } from './log.ts';
import { createMetrics } from './metrics.ts';
import { createRateLimiter } from './rate-limit.ts';
import { route } from './route.ts';

const log = createLogger('edge-test', 'silent');
export const metrics = createMetrics('edge-test');
const Slot = z.strictObject({ id: z.uuid(), startAt: z.iso.datetime() }).meta({ id: 'Slot' });
export const patient = { sub: '0b5b1a34-52f6-4a7e-9d0c-5b7d8a1f0001', groups: ['Patients'] };
export const token = await accessToken(patient);
export const slotId = '0b5b1a34-52f6-4a7e-9d0c-5b7d8a1f0002';

/** The path of the route that takes everything, and a body that it takes. */
export const parts = `/v1/things/${slotId}/parts`;
export const goodBody = { name: 'Ann', answers: { worse: true } };

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

/** An edge with routes of every kind, listening on a port of this machine. */
export async function startEdge(
  overrides: Partial<EdgeOptions> = {},
  limits = { person: 10_000, address: 10_000 },
) {
  const env = readConfig(z.object(cognitoEnv), identityEnv());
  const edge = createEdge({
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
  const port = await edge.listen('127.0.0.1', 0);
  return { url: `http://127.0.0.1:${port}`, port, close: () => edge.close() };
}

/** Posts to the edge at `url` as the patient, with all that the route of parts asks for. */
export function posterTo(url: string) {
  return (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(url + path, {
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

/** The problem in an answer with this status. */
export async function problemOf(response: Response, status: number) {
  assert.equal(response.status, status);
  assert.equal(response.headers.get('content-type'), 'application/problem+json');
  assert.equal(response.headers.get('cache-control'), 'no-store');
  const body = problem.parse(await response.json());
  assert.equal(body.status, status);
  return body;
}
