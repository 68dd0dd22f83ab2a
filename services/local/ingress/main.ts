/**
 * The one address of the local stack: passes requests on by path, as the cluster's ingress does.
 *
 * PORT, ROUTES (JSON list of routes), HOST: see services/local/README.md. Set CONNECTION_PER_REQUEST where a route
 * leads to several pods: kept connections would stay with the old pods.
 */
import { createServer, type IncomingMessage, ServerResponse } from 'node:http';
import { createProxyServer } from 'http-proxy-3';
import { loopback } from '../ports.ts';
import { ConnectingAgent } from './connecting-agent.ts';
import { createLookup } from './lookup.ts';
import { findRoute, type Route, targetPath } from './routes.ts';

const { PORT, ROUTES, HOST, CONNECTION_PER_REQUEST } = process.env;
if (!PORT || !ROUTES) throw new Error('PORT and ROUTES are needed');
const longest_drain_ms = 2000;
/** As long as edges let a client take to send, and as long as they keep a connection that is idle. */
const limits = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  connectionsCheckingInterval: 2000,
  keepAliveTimeout: 75_000,
  maxHeaderSize: 16 * 1024,
};
const most_connections = 2048;
/**
 * The longest body that is passed on; its edge may still refuse it. An edge breaks a longer body off, and then no
 * answer arrives.
 */
const longest_body_bytes = 8 * 1024 * 1024;
const routes = JSON.parse(ROUTES) as Route[];

/** Answers that a body is too large; its rest is still read. */
const refused = new WeakSet<ServerResponse>();

const keepAlive = CONNECTION_PER_REQUEST === undefined;
const proxy = createProxyServer({
  agent: new ConnectingAgent({ lookup: createLookup(), keepAlive, maxSockets: 1024 }),
  xfwd: true,
});
proxy.on('error', (error, _request, response) => {
  if (response instanceof ServerResponse && refused.has(response)) return;
  if (!(response instanceof ServerResponse) || response.headersSent) {
    response?.destroy();
    return;
  }
  console.error(`nothing answers: ${error.message}`);
  response.writeHead(503, { 'content-type': 'application/problem+json', 'retry-after': '1' });
  response.end(JSON.stringify({ type: 'about:blank', title: 'Service Unavailable', status: 503 }));
});

const servers = (HOST ? [HOST] : [loopback, '::1']).map((host) => {
  const server = createServer(limits, (request, response) => {
    const path = request.url ?? '/';
    const route = findRoute(routes, path);
    if (!route) {
      response.writeHead(404).end();
      return;
    }
    request.url = targetPath(route, path);
    if (Number(request.headers['content-length'] ?? 0) > longest_body_bytes) {
      refuseTooLarge(request, response);
      return;
    }
    let passed_bytes = 0;
    request.on('data', (chunk: Buffer) => {
      passed_bytes += chunk.length;
      if (passed_bytes > longest_body_bytes && !refused.has(response)) refuseTooLarge(request, response);
    });
    proxy.web(request, response, { target: route.target });
  });
  server.maxConnections = most_connections;
  server.on('error', (error) => {
    // A machine without IPv6 is served all the same.
    if (host !== '::1') throw error;
  });
  return server.listen(Number(PORT), host);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    const closed = servers.map((server) => new Promise((done) => server.close(done)));
    for (const server of servers) server.closeIdleConnections();
    void Promise.all(closed).then(() => process.exit(0));
    // Live-update streams stay open for as long as their page; they are cut.
    setTimeout(() => process.exit(0), longest_drain_ms);
  });
}

/**
 * Answers 413 at once and reads the body to its end: a client that is still sending when the connection ends sees no
 * answer.
 */
function refuseTooLarge(request: IncomingMessage, response: ServerResponse): void {
  refused.add(response);
  request.unpipe();
  request.resume();
  if (response.headersSent) return;
  const problem = JSON.stringify({
    type: 'https://healthbooker.example/problems/too-large',
    title: 'The request is too large',
    status: 413,
  });
  response.writeHead(413, {
    'content-type': 'application/problem+json',
    'content-length': Buffer.byteLength(problem),
    connection: 'close',
  });
  response.write(problem);
  request.once('end', () => response.end());
}
