import { randomBytes, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { loopback } from './ports.ts';
import type { Supervisor } from './supervisor.ts';

export type Control = { url: string; token: string; close(): void };

/**
 * The supervisor's own address, on a free loopback port:
 * - `GET /workload/jwks.json` the keys of workload tokens, for everybody;
 * - `GET /processes` → names, states and pids, with the token of stack.json as bearer;
 * - `POST /processes/<name>/stop` and `/start`: answered once the process has stopped, or serves.
 */
export async function startControl(supervisor: Supervisor, keySet: unknown): Promise<Control> {
  const token = randomBytes(24).toString('hex');
  const server = createServer((request, response) => {
    answer(request).then(
      ([status, body]) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });

  async function answer(request: IncomingMessage): Promise<[number, unknown]> {
    const path = request.url ?? '/';
    if (path === '/workload/jwks.json') return [200, keySet];
    if (!isBearer(request.headers.authorization, token))
      return [401, { error: 'the token of stack.json is needed' }];
    if (request.method === 'GET' && path === '/processes') return [200, supervisor.status()];
    const [, name, action] = /^\/processes\/([a-z0-9-]+)\/(start|stop)$/.exec(path) ?? [];
    if (request.method !== 'POST' || !name || !supervisor.status().some((process) => process.name === name)) {
      return [404, { error: 'there is no such process or action' }];
    }
    await (action === 'stop' ? supervisor.stop(name) : supervisor.restart(name));
    return [200, supervisor.status().find((process) => process.name === name)];
  }

  server.listen(0, loopback);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The control server has no port');
  return {
    url: `http://${loopback}:${address.port}`,
    token,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function isBearer(header: string | undefined, token: string): boolean {
  const [expected, given] = [Buffer.from(`Bearer ${token}`), Buffer.from(header ?? '')];
  return expected.length === given.length && timingSafeEqual(expected, given);
}
