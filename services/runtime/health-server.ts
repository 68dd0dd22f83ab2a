import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type handleServerStreamingCall,
  type handleUnaryCall,
  Server,
  ServerCredentials,
  status,
} from '@grpc/grpc-js';
import { loadService } from '@healthbooker/protos/load';
import type { Health, ServingStatus } from './health.ts';
import type { Lifecycle, Ports } from './lifecycle.ts';
import type { Logger } from './log.ts';
import type { Metrics } from './metrics.ts';

type HealthCheckRequest = { service: string };
type HealthCheckResponse = { status: ServingStatus };

export type Listening = { port: number; close(): Promise<void> };

/**
 * `grpc.health.v1` in plaintext on a port of its own, because kubelet has no certificate for the other port. Close it
 * last: its answers tell callers to stay away.
 */
export async function listenHealth(health: Health, host: string, port: number): Promise<Listening> {
  // channelz must stay on: forceShutdown uses it to find open connections.
  const server = new Server({ 'grpc.max_receive_message_length': 4096 });
  const check: handleUnaryCall<HealthCheckRequest, HealthCheckResponse> = (call, callback) => {
    const now = health.statusOf(call.request.service);
    if (now === 'SERVICE_UNKNOWN') callback({ code: status.NOT_FOUND, details: 'unknown service' });
    else callback(null, { status: now });
  };
  const watch: handleServerStreamingCall<HealthCheckRequest, HealthCheckResponse> = (call) => {
    let last: ServingStatus | undefined;
    const send = () => {
      const now = health.statusOf(call.request.service);
      if (now !== last) call.write({ status: now });
      last = now;
    };
    const stop = health.onChange(send);
    call.on('cancelled', () => {
      stop();
      call.end();
    });
    send();
  };
  server.addService(loadService('grpc.health.v1.Health'), { Check: check, Watch: watch });
  const bound = await new Promise<number>((resolve, reject) => {
    server.bindAsync(`${host}:${port}`, ServerCredentials.createInsecure(), (err, chosen) =>
      err ? reject(err) : resolve(chosen),
    );
  });
  return {
    port: bound,
    async close() {
      // Watchers never close their stream, so waiting for them would never end.
      server.forceShutdown();
    },
  };
}

/**
 * Plain HTTP for probes and Prometheus: `/startupz`, `/readyz`, `/livez` (200, or 503 with the reasons; remarks on
 * further lines) and `/metrics`.
 */
export async function listenMetrics(
  { health, metrics, log }: { health: Health; metrics: Metrics; log: Logger },
  host: string,
  port: number,
): Promise<Listening> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0];
    if (request.method !== 'GET' && request.method !== 'HEAD') reply(response, 405, 'only GET');
    else if (path === '/startupz') probe(response, health.isStarted(), health);
    else if (path === '/readyz') probe(response, health.isReady(), health);
    else if (path === '/livez') probe(response, health.isLive(), health);
    else if (path === '/metrics') {
      metrics.registry.metrics().then(
        (text) => reply(response, 200, text, metrics.registry.contentType),
        (err: unknown) => {
          log.error({ err }, 'metrics could not be collected: this scrape is answered with 500');
          reply(response, 500, 'metrics could not be collected');
        },
      );
    } else reply(response, 404, 'there is /startupz, /readyz, /livez and /metrics');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return { port: portOf(server.address()), close: () => closeHttp(server) };
}

function closeHttp(server: ReturnType<typeof createServer>): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((err) => (err ? reject(err) : resolve()));
    server.closeAllConnections();
  });
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}

function probe(response: ServerResponse, ok: boolean, health: Health): void {
  const lines = ok ? ['ok', ...health.remarks()] : [...health.reasons(), ...health.remarks()];
  reply(response, ok ? 200 : 503, lines.join('\n'));
}

function reply(
  response: ServerResponse,
  code: number,
  text: string,
  type = 'text/plain; charset=utf-8',
): void {
  response.writeHead(code, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(text.endsWith('\n') ? text : `${text}\n`);
}

export type ProbeOptions = {
  health: Health;
  metrics: Metrics;
  log: Logger;
  lifecycle: Lifecycle;
  config: { HOST: string; HEALTH_PORT: number; METRICS_PORT: number };
};

/** Opens both probe ports. Call it before anything else starts, so that they answer until everything has ended. */
export async function listenProbes(options: ProbeOptions): Promise<Ports> {
  const { health, lifecycle, config } = options;
  const metrics = await listenMetrics(options, config.HOST, config.METRICS_PORT);
  lifecycle.onClose('metrics', metrics.close);
  const probes = await listenHealth(health, config.HOST, config.HEALTH_PORT);
  lifecycle.onClose('health', probes.close);
  return { health: probes.port, metrics: metrics.port };
}
