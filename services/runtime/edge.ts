import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { performance } from 'node:perf_hooks';
import Koa, { type Context } from 'koa';
import compress from 'koa-compress';
import { clientAddress } from './client-address.ts';
import { type Caller, type Capacity, isAllowed, type Person } from './context.ts';
import {
  checkReply,
  countRequest,
  noRoute,
  sendCount,
  sendFile,
  sendProblem,
  sendReply,
} from './edge-reply.ts';
import { compressFrom } from './encoded.ts';
import { ServiceError } from './errors.ts';
import { createHttpServer, type HttpServerOptions } from './http-server.ts';
import { bearerToken, type Verifier } from './identity.ts';
import type { Logger } from './log.ts';
import type { Metrics } from './metrics.ts';
import { type OpenApiInfo, openApiDocument } from './openapi.ts';
import { loadPortal, type Portal, type PortalFile, type PortalPlace, takesPage } from './portal.ts';
import type { RateLimiter } from './rate-limit.ts';
import { RequestContext, type RequestScope, requestLog, withinDeadline } from './request-context.ts';
import { media, type Route, route } from './route.ts';
import { inputReader, type ReadInput } from './route-input.ts';
import { createRouteTable, type RouteMatch } from './route-table.ts';
import { securityHeaders } from './security-headers.ts';
import { traceFrom } from './trace.ts';

export type EdgeOptions = {
  info: OpenApiInfo;
  /** Where the document is served, e.g. `/openapi.json`. */
  openApiPath: `/${string}`;
  /** What every API path starts with: unknown paths under it are never answered with a page. */
  apiBase: `/${string}`;
  routes: readonly Route[];
  /** Whether its callers are patients or staff: tokens of the other app client are refused. */
  capacity: Capacity;
  verifier: Verifier;
  metrics: Metrics;
  log: Logger;
  rateLimits: { person: RateLimiter; address: RateLimiter };
  /** Names that services give to fields, and what callers of this edge know them as. */
  fieldNames?: Readonly<Record<string, string>>;
  /** How many proxies of ours stand before this process; 0 believes no X-Forwarded-For. */
  trustedProxyHops: number;
  portals?: readonly PortalPlace[];
  /** Origins the portals' scripts may call besides this edge. */
  connectOrigins: readonly string[];
  publicUrl: string | undefined;
  production: boolean;
  /** Check every JSON answer against its declared schema, and fail the request if it differs. For tests. */
  checkResponses?: boolean;
  server?: HttpServerOptions;
};

export type Edge = {
  readonly app: Koa;
  /** Resolves with the port, which the system chooses when `port` is 0. */
  listen(host: string, port: number): Promise<number>;
  /** Stops accepting requests, answers those under way, then ends. Close streams first: it would wait for them. */
  close(): Promise<void>;
};

type Compiled = { readonly route: Route; readonly read: ReadInput };
type Params = Readonly<Record<string, string>> | undefined;

/** Who calls a public route. */
const nobody: Omit<Person, 'capacity'> = { kind: 'person', personId: '', groups: [] };
/** The message for somebody who signed in at the other portal. */
const elsewhere: Readonly<Record<Capacity, string>> = {
  patient: 'You are signed in as staff. Please sign in at the patients’ portal to act as a patient.',
  staff: 'You are signed in as a patient. Please sign in at the clinic’s portal to act as staff.',
};
const afterwards = async () => {};

/**
 * An HTTP edge: its routes, its OpenAPI document and its portals behind one Koa middleware that recognises the
 * caller, limits rates, validates, and turns every error into a problem document.
 */
export function createEdge(options: EdgeOptions): Edge {
  const { metrics, log, verifier, capacity, rateLimits, trustedProxyHops, fieldNames = {} } = options;
  const routes = [...options.routes, documentRoute(options)];
  const table = createRouteTable<Compiled>(
    routes.map((one) => ({ route: one, value: { route: one, read: inputReader(one) } })),
  );
  const portals = (options.portals ?? []).map(({ dir, base }) => loadPortal(dir, base));
  const headers = securityHeaders(options);
  const shrink = compress({ threshold: compressFrom });

  async function recognise(ctx: Context, { callers }: Route): Promise<[Caller, string | undefined]> {
    const { address, person } = rateLimits;
    const fromAddress = countRequest(ctx, address, clientAddress(ctx.req, trustedProxyHops));
    if (callers === 'public') {
      sendCount(ctx, address, fromAddress);
      return [{ ...nobody, capacity }, undefined];
    }
    const token = bearerToken(ctx.req.headers.authorization);
    const caller = await verifier.verify(token);
    if (caller.kind !== 'person') throw new ServiceError('forbidden', 'Only people may call this.');
    sendCount(ctx, person, countRequest(ctx, person, caller.personId));
    if (caller.capacity !== capacity) throw new ServiceError('forbidden', elsewhere[capacity]);
    if (callers !== 'signed-in' && !isAllowed(callers, caller)) {
      throw new ServiceError('forbidden', 'Your account has no access to this.');
    }
    return [caller, token];
  }

  async function answer(
    ctx: Context,
    { route, read }: Compiled,
    params: Params,
    query: string,
    scope: RequestScope,
  ) {
    const [caller, token] = await recognise(ctx, route);
    const reading = read(ctx.req, params, query);
    const parts = reading instanceof Promise ? await reading : reading;
    const ms = route.deadlineMs === 'none' ? undefined : route.deadlineMs;
    const context = new RequestContext(scope, caller, token, ms ? Date.now() + ms : Number.MAX_SAFE_INTEGER);
    const { requestId } = scope;
    const work = route.handle({ ...parts, context, requestId, request: ctx.req, response: ctx.res });
    const reply = await (ms ? withinDeadline(work, ms, () => context.abort()) : work);
    if (options.checkResponses) checkReply(route, reply);
    sendReply(ctx, route, reply);
    const isLong = ctx.response.length >= compressFrom && !ctx.res.hasHeader('Content-Encoding');
    if (isLong && ctx.req.headers['accept-encoding'] !== undefined) await shrink(ctx, afterwards);
  }

  async function serveApi(
    ctx: Context,
    match: RouteMatch<Compiled>,
    query: string,
    label: string,
  ): Promise<void> {
    const { req, res } = ctx;
    const requestId = randomUUID();
    const trace = traceFrom(single(req.headers['traceparent']));
    const scope: RequestScope = { response: res, trace, log, requestId };
    metrics.httpInFlight.inc();
    res.once('close', () => metrics.httpInFlight.dec());
    for (const [name, value] of headers.api) res.setHeader(name, value);
    try {
      if (match.found) {
        await answer(ctx, match.found, match.params, query, scope);
      } else {
        countRequest(ctx, rateLimits.address, clientAddress(req, trustedProxyHops));
        throw noRoute(ctx, match.allowed);
      }
    } catch (err) {
      sendProblem(ctx, err, requestId, fieldNames);
      report(err, scope, { method: ctx.method, route: label, status: ctx.status });
    }
  }

  function portalFile(req: IncomingMessage, path: string): PortalFile | undefined {
    if (req.method !== 'GET' && req.method !== 'HEAD') return undefined;
    const file = firstOf(portals, (portal) => portal.file(path));
    if (file || `${path}/`.startsWith(options.apiBase)) return file;
    return takesPage(req.headers.accept) ? firstOf(portals, (portal) => portal.page(path)) : undefined;
  }

  async function serve(ctx: Context): Promise<void> {
    const started = performance.now();
    const url = ctx.req.url ?? '/';
    const mark = url.indexOf('?');
    const path = mark < 0 ? url : url.slice(0, mark);
    const match = table.match(ctx.method, path);
    const unknown = !match.found && match.allowed.length === 0;
    const file = unknown ? portalFile(ctx.req, path) : undefined;
    const label = match.found?.route.path ?? (file ? 'portal' : 'none');
    if (file) {
      sendFile(ctx, file, headers.page);
    } else {
      await serveApi(ctx, match, mark < 0 ? '' : url.slice(mark + 1), label);
    }
    if (server.draining) ctx.res.shouldKeepAlive = false;
    metrics.httpDuration.observe(
      // The caller invented a method that no route declares: it must not become a label.
      { method: label === 'none' ? 'none' : ctx.method, route: label, code: String(ctx.status) },
      (performance.now() - started) / 1000,
    );
  }

  const app = new Koa();
  app.use(serve);
  // An error here came after the status was sent, usually because the reader went away.
  app.on('error', (err) => log.debug({ err }, 'the connection broke while an answer was being sent'));
  const server = createHttpServer(app.callback(), options.server);
  return { app, listen: server.listen, close: server.close };
}

/** The result of `find` from the first portal that has one: the paths of portals do not overlap. */
function firstOf(
  portals: readonly Portal[],
  find: (portal: Portal) => PortalFile | undefined,
): PortalFile | undefined {
  for (const portal of portals) {
    const file = find(portal);
    if (file) return file;
  }
  return undefined;
}

function report(
  err: unknown,
  scope: RequestScope,
  where: { method: string; route: string; status: number },
): void {
  if (where.status === 500) requestLog(scope).error({ err, ...where }, 'a request failed unexpectedly');
  else if (where.status > 500) requestLog(scope).warn({ err, ...where }, 'a request failed');
  else if (scope.log.isLevelEnabled('debug'))
    requestLog(scope).debug({ err, ...where }, 'a request was refused');
}

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? undefined : header;
}

function documentRoute({ info, openApiPath, routes }: EdgeOptions): Route {
  const document = JSON.stringify(openApiDocument(info, routes));
  return route({
    method: 'GET',
    path: openApiPath,
    callers: 'public',
    summary: 'This document',
    cacheControl: 'no-cache',
    responses: { 200: media('application/json; charset=utf-8', 'OpenAPI 3.1') },
    handle: async () => ({ status: 200, body: document }),
  });
}
