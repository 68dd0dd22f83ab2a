import { Readable } from 'node:stream';
import type { Context } from 'koa';
import type { z } from 'zod';
import { negotiate } from './encoded.ts';
import { ServiceError, toProblem } from './errors.ts';
import { isMedia } from './openapi.ts';
import type { PortalFile } from './portal.ts';
import { type RateLimiter, type RateVerdict, rateLimitHeaders } from './rate-limit.ts';
import type { ErasedReply, RenderedJson, Route } from './route.ts';
import type { HeaderSet } from './security-headers.ts';

/** Writes what a handler answered. A GET whose ETag the client already has becomes a 304. */
export function sendReply(ctx: Context, route: Route, reply: ErasedReply): void {
  const { res } = ctx;
  ctx.status = reply.status;
  res.setHeader('Cache-Control', route.cacheControl);
  res.setHeader(
    'Vary',
    route.cacheControl === 'no-store' ? 'Accept-Encoding' : 'Accept-Encoding, Authorization',
  );
  for (const name in reply.headers) res.setHeader(name, reply.headers[name] ?? '');
  if (reply.body === undefined) {
    ctx.body = null;
    ctx.status = reply.status;
    return;
  }
  const spec = route.responses[reply.status];
  const type = spec && isMedia(spec) ? spec.mediaType : 'application/json; charset=utf-8';
  res.setHeader('Content-Type', type);
  if (isRendered(reply.body)) {
    const { body, encoding } = negotiate(reply.body.renderedJson, ctx.req.headers['accept-encoding']);
    if (encoding) res.setHeader('Content-Encoding', encoding);
    ctx.body = body;
  } else {
    ctx.body = spec && isMedia(spec) ? reply.body : JSON.stringify(reply.body);
  }
  if (reply.headers?.['ETag'] !== undefined && (ctx.method === 'GET' || ctx.method === 'HEAD') && ctx.fresh) {
    ctx.status = 304;
  }
  if (reply.body instanceof Readable) ctx.compress = false;
}

/**
 * Writes a problem document for `err` and drops whatever was prepared before. Fields get the names that callers of
 * this edge know.
 */
export function sendProblem(
  ctx: Context,
  err: unknown,
  requestId: string,
  fieldNames: Readonly<Record<string, string>>,
): void {
  const problem = toProblem(err, requestId);
  problem.body.errors &&= problem.body.errors.map(({ field, message }) => ({
    // Own properties only: a caller may have sent a field called __proto__.
    field: (Object.hasOwn(fieldNames, field) && fieldNames[field]) || field,
    message,
  }));
  ctx.status = problem.status;
  for (const name in problem.headers) ctx.res.setHeader(name, problem.headers[name] ?? '');
  ctx.body = JSON.stringify(problem.body);
  // The unread rest of a refused body would be read as the next request.
  if (problem.status === 413 && !ctx.req.complete) ctx.res.shouldKeepAlive = false;
}

/** Writes a file of the portal in the smallest form the client takes. */
export function sendFile(ctx: Context, file: PortalFile, headers: HeaderSet): void {
  const { res, req } = ctx;
  const { body, encoding } = negotiate(file, req.headers['accept-encoding']);
  ctx.status = 200;
  for (const [name, value] of headers) res.setHeader(name, value);
  res.setHeader('Cache-Control', file.cacheControl);
  res.setHeader('Content-Type', file.type);
  res.setHeader('Vary', file.vary);
  res.setHeader('ETag', file.etag);
  if (encoding) res.setHeader('Content-Encoding', encoding);
  ctx.body = body;
  if (ctx.fresh) ctx.status = 304;
}

/**
 * Counts the request; throws `rate-limited` when it is one too many. The answer's headers describe the limit that
 * refused it.
 */
export function countRequest(ctx: Context, limiter: RateLimiter, key: string): RateVerdict {
  const verdict = limiter.take(key);
  if (verdict.allowed) return verdict;
  sendCount(ctx, limiter, verdict);
  throw new ServiceError('rate-limited', 'There were too many requests. Wait a little, then try again.', {
    retryAfterMs: verdict.resetMs,
  });
}

/** Writes the RateLimit headers. */
export function sendCount(ctx: Context, limiter: RateLimiter, verdict: RateVerdict): void {
  for (const [name, value] of rateLimitHeaders(limiter, verdict)) ctx.res.setHeader(name, value);
}

/** The error for a path without a route, or with routes only for the `allowed` methods. */
export function noRoute(ctx: Context, allowed: readonly string[]): ServiceError {
  if (allowed.length === 0) return new ServiceError('not-found', 'There is nothing at this address.');
  ctx.res.setHeader('Allow', [...allowed].sort().join(', '));
  return new ServiceError('method-not-allowed', 'This address does not take this method.');
}

/** Throws when a JSON answer differs from what its route declares. */
export function checkReply(route: Route, reply: ErasedReply): void {
  const spec = route.responses[reply.status];
  if (!spec) throw new Error(`${route.method} ${route.path} does not declare ${reply.status}`);
  if (isMedia(spec)) return;
  if (isRendered(reply.body)) {
    const { identity } = reply.body.renderedJson;
    if (!checkedBytes.has(identity)) checkBody(route, spec, JSON.parse(identity.toString('utf8')));
    checkedBytes.add(identity);
  } else {
    checkBody(route, spec, reply.body);
  }
}

const checkedBytes = new WeakSet<Buffer>();

function checkBody(route: Route, spec: z.ZodType, body: unknown): void {
  const result = spec.safeParse(body);
  if (!result.success) {
    throw new Error(`${route.method} ${route.path} answers other than it declares`, { cause: result.error });
  }
}

function isRendered(body: unknown): body is RenderedJson {
  return typeof body === 'object' && body !== null && 'renderedJson' in body;
}
