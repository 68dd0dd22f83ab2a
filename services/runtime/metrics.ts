import { performance } from 'node:perf_hooks';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export type Metrics = {
  readonly registry: Registry;
  /** Requests an edge answered. `route` is the pattern (`/v1/appointments/:id`), never the path. */
  readonly httpDuration: Histogram<'method' | 'route' | 'code'>;
  readonly httpInFlight: Gauge;
  /** RPCs this process answered. */
  readonly rpcDuration: Histogram<'service' | 'method' | 'code'>;
  readonly rpcInFlight: Gauge;
  /** RPCs this process made, retries included. */
  readonly rpcClientDuration: Histogram<'service' | 'method' | 'code'>;
  readonly rpcClientRetries: Counter<'service' | 'method'>;
  /** Connections of a database pool: `state` is total, idle or waiting. */
  readonly poolConnections: Gauge<'pool' | 'state'>;
  /**
   * Connections that a database refused: `reason` is login (the password, role or database is wrong) or certificate.
   */
  readonly poolRefusals: Counter<'pool' | 'reason'>;
  /** Requests that this process sent to services and stores. Each attempt and each statement counts. */
  readonly outboundCalls: Counter<'system'>;
};

/** What a process calls. Cognito, S3 and mail are left out: they are called too rarely to change what an operation costs. */
export type CalledSystem = 'grpc' | 'sql' | 'dynamodb' | 'sns' | 'sqs' | 'redis';

/** Bounds of the buckets, in seconds. Every p99 that services/catalogue.json promises is one of them. */
const buckets = [
  0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.25, 0.3, 0.4, 0.5, 1, 2.5, 5, 10,
];

/**
 * A registry with everything each process reports: rate, errors and duration per route and RPC, pools, event loop and
 * Node defaults, all labelled `app`. Labels hold names from code only, nothing that grows with people or requests.
 * Modules add their own by `new Gauge({ …, registers: [metrics.registry] })`.
 */
export function createMetrics(service: string): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ app: service });
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  addEventLoopUtilization(registry);
  return {
    registry,
    httpDuration: new Histogram({
      name: 'http_server_request_duration_seconds',
      help: 'Time to answer an HTTP request',
      labelNames: ['method', 'route', 'code'],
      buckets,
      registers,
    }),
    httpInFlight: new Gauge({
      name: 'http_server_requests_in_flight',
      help: 'HTTP requests that are being answered',
      registers,
    }),
    rpcDuration: new Histogram({
      name: 'rpc_server_duration_seconds',
      help: 'Time to answer an RPC',
      labelNames: ['service', 'method', 'code'],
      buckets,
      registers,
    }),
    rpcInFlight: new Gauge({ name: 'rpc_server_in_flight', help: 'RPCs that are being answered', registers }),
    rpcClientDuration: new Histogram({
      name: 'rpc_client_duration_seconds',
      help: 'Time until an RPC to another service was answered, retries included',
      labelNames: ['service', 'method', 'code'],
      buckets,
      registers,
    }),
    rpcClientRetries: new Counter({
      name: 'rpc_client_retries_total',
      help: 'Repeated attempts at RPCs to another service',
      labelNames: ['service', 'method'],
      registers,
    }),
    poolConnections: new Gauge({
      name: 'db_pool_connections',
      help: 'Connections of a database pool by state',
      labelNames: ['pool', 'state'],
      registers,
    }),
    poolRefusals: new Counter({
      name: 'db_connections_refused_total',
      help: 'Connections that the database refused, by reason',
      labelNames: ['pool', 'reason'],
      registers,
    }),
    outboundCalls: new Counter({
      name: 'outbound_calls_total',
      help: 'Requests sent to services and stores: RPCs, SQL statements, commands; retries included',
      labelNames: ['system'],
      registers,
    }),
  };
}

/** The counter of calls to one system, looked up once: counting must cost next to nothing. */
export function callsTo(system: CalledSystem, { outboundCalls }: Pick<Metrics, 'outboundCalls'>) {
  return outboundCalls.labels({ system });
}

/**
 * The share of time in which the event loop was busy since the last scrape: 1 means that there is no room for more
 * work.
 */
function addEventLoopUtilization(registry: Registry): void {
  let last = performance.eventLoopUtilization();
  new Gauge({
    name: 'nodejs_eventloop_utilization_ratio',
    help: 'Share of time the event loop was busy since the last scrape',
    registers: [registry],
    collect() {
      const now = performance.eventLoopUtilization();
      this.set(performance.eventLoopUtilization(now, last).utilization);
      last = now;
    },
  });
}
