import { randomUUID } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, Server as NetServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export type HttpServer = {
  /** Resolves with the port, which the system chooses when `port` is 0. */
  listen(host: string, port: number): Promise<number>;
  /** Whether it is stopping. Answers then close their connection. */
  readonly draining: boolean;
  /**
   * Stops accepting connections, answers what still arrives on open ones and ends each after its answer, closes
   * idle ones after `idleGraceMs`, and cuts what is left after `hardLimitMs`.
   */
  close(): Promise<void>;
};

export type HttpServerOptions = { idleGraceMs?: number; hardLimitMs?: number };

/** An HTTP/1.1 server with limits on how long a client may take to send. */
export function createHttpServer(listener: RequestListener, options: HttpServerOptions = {}): HttpServer {
  const { idleGraceMs = 1000, hardLimitMs = 10_000 } = options;
  const server = createServer(
    {
      headersTimeout: 10_000,
      requestTimeout: 20_000,
      // Above the 60 s after which load balancers drop idle connections, so that they and not we end them.
      keepAliveTimeout: 75_000,
      connectionsCheckingInterval: 2000,
      maxHeaderSize: 16 * 1024,
    },
    listener,
  );
  server.on('clientError', (err: NodeJS.ErrnoException, socket) => {
    if (!socket.writable || err.code === 'ECONNRESET') {
      socket.destroy();
      return;
    }
    const [status, title] = clientErrors[err.code ?? ''] ?? [400, 'Bad Request'];
    const body = JSON.stringify({
      type: 'https://healthbooker.example/problems/invalid',
      title,
      status,
      instance: `urn:uuid:${randomUUID()}`,
    });
    socket.end(
      `HTTP/1.1 ${status} ${title}\r\nConnection: close\r\nCache-Control: no-store\r\n` +
        `Content-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
  });
  let draining = false;
  return {
    listen: (host, port) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          server.off('error', reject);
          const address: AddressInfo | string | null = server.address();
          resolve(typeof address === 'object' && address ? address.port : port);
        });
      }),
    get draining() {
      return draining;
    },
    close: async () => {
      draining = true;
      if (!server.listening) return;
      // http.Server's own close() drops idle connections at once, and loses a request that is just arriving on one.
      const closed = new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve()));
      const late = new AbortController();
      const cut = async () => {
        await sleep(idleGraceMs, undefined, { signal: late.signal });
        server.closeIdleConnections();
        await sleep(Math.max(0, hardLimitMs - idleGraceMs), undefined, { signal: late.signal });
        server.closeAllConnections();
      };
      const cutting = cut().catch((err: unknown) => {
        if (!late.signal.aborted) throw err;
      });
      await closed;
      late.abort();
      await cutting;
    },
  };
}

const clientErrors: Readonly<Record<string, [number, string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout'],
};
