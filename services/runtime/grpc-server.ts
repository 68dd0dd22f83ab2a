import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type handleUnaryCall, Server, type ServiceDefinition, status } from '@grpc/grpc-js';
import { loadService, type MessageShape, requestShapes } from '@healthbooker/protos/load';
import { ServiceError, toGrpcStatus } from './errors.ts';
import { firstValue, hasGone, type Rpc, runCall } from './grpc-call.ts';
import { type GrpcTlsConfig, serverCredentials } from './grpc-credentials.ts';
import type { MethodName, ReadRequest, SentReply } from './grpc-methods.ts';
import type { Health } from './health.ts';
import type { Verifier } from './identity.ts';
import type { Logger } from './log.ts';
import type { Metrics } from './metrics.ts';
import { traceFrom } from './trace.ts';

export type { Rpc };

/** An `Rpc` for every method of a generated `…ServiceDefinition`. */
export type Rpcs<D extends ServiceDefinition> = {
  [M in MethodName<D>]: Rpc<ReadRequest<D, M>, SentReply<D, M>>;
};

/** The type of one RPC of a service: `const reserve: RpcOf<SchedulerServiceDefinition, 'Reserve'>`. */
export type RpcOf<D extends ServiceDefinition, M extends MethodName<D>> = Rpcs<D>[M];

/** A service of a contract with its handlers, made by `serve`. */
export type ServedService = {
  readonly protoService: string;
  readonly rpcs: ReadonlyMap<string, Rpc<unknown, unknown>>;
};

export type GrpcServerOptions = {
  /** What is served at the one port. */
  services: readonly ServedService[];
  verifier: Verifier;
  metrics: Metrics;
  log: Logger;
  health?: Health;
  tls?: GrpcTlsConfig;
  /** Connections are closed after this long (± a tenth), so that clients look the addresses up again. */
  maxConnectionAgeMs?: number;
  maxInFlight?: number;
};

export type GrpcServer = {
  /** Starts to accept; resolves to the port. */
  listen(host: string, port: number): Promise<number>;
  /** Refuses new calls and resolves when those under way have been answered and their handlers are done. */
  close(): Promise<void>;
};

/** Closing waits no longer than this for calls under way; all our deadlines are shorter. */
const drainLimitMs = 15_000;
const maxRequestBytes = 1024 * 1024;
const maxReplyBytes = 4 * 1024 * 1024;

/**
 * Binds a service of a contract to its handlers.
 * @param protoService full name: `healthbooker.scheduler.v1.SchedulerService`
 */
export function serve<D extends ServiceDefinition>(protoService: string, rpcs: Rpcs<D>): ServedService {
  return { protoService, rpcs: new Map<string, Rpc<unknown, unknown>>(Object.entries(rpcs)) };
}

/**
 * A gRPC server for the services of one process. Each call passes, in this order: room (`maxInFlight`), time left, token, caller
 * allowed, request fit to be stored, handler; and leaves a duration by service, method and code, whatever happened.
 */
export function createGrpcServer(options: GrpcServerOptions): GrpcServer {
  const { metrics, verifier } = options;
  const running = new Set<Promise<unknown>>();
  const server = new Server({
    'grpc.max_connection_age_ms': options.maxConnectionAgeMs ?? 30_000,
    'grpc.max_connection_age_grace_ms': 10_000,
    'grpc.keepalive_time_ms': 20_000,
    'grpc.keepalive_timeout_ms': 5000,
    'grpc.max_receive_message_length': maxRequestBytes,
    'grpc.max_send_message_length': maxReplyBytes,
    'grpc.max_concurrent_streams': 1000,
    'grpc.enable_channelz': 0,
  });

  function unary(
    protoService: string,
    method: string,
    rpc: Rpc<unknown, unknown>,
    shape: MessageShape,
  ): handleUnaryCall<unknown, unknown> {
    return (call, callback) => {
      const observe = metrics.rpcDuration.startTimer({ service: protoService, method });
      metrics.rpcInFlight.inc();
      const trace = traceFrom(firstValue(call.metadata, 'traceparent'));
      const log = options.log.child({ traceId: trace.traceId, rpc: method });
      const full = running.size >= (options.maxInFlight ?? 1000);
      const answer = full
        ? Promise.reject(overloaded())
        : runCall(call, rpc, { shape, trace, log, verifier, running });
      void answer
        .then(
          (reply) => {
            observe({ code: 'OK' });
            callback(null, reply);
          },
          (err: unknown) => {
            const id = randomUUID();
            const answered = toGrpcStatus(err, id);
            // The caller went away: that is neither our error nor a late answer.
            const code = hasGone(call) ? status.CANCELLED : answered.code;
            observe({ code: status[code] });
            report(log, err, code, id);
            callback(answered);
          },
        )
        .finally(() => metrics.rpcInFlight.dec());
    };
  }

  for (const { protoService, rpcs } of options.services) {
    const definition = loadService(protoService);
    const shapes = requestShapes(protoService);
    const handlers: Record<string, handleUnaryCall<unknown, unknown>> = {};
    for (const method of Object.keys(definition)) {
      const rpc = rpcs.get(method);
      if (rpc === undefined) throw new Error(`${protoService} has no implementation of ${method}`);
      handlers[method] = unary(protoService, method, rpc, shapes.get(method) ?? []);
    }
    server.addService(definition, handlers);
    options.health?.announce(protoService);
  }

  return {
    listen(host, port) {
      const credentials = serverCredentials(options.tls);
      const address = `${host.includes(':') ? `[${host}]` : host}:${port}`;
      return new Promise((resolve, reject) => {
        server.bindAsync(address, credentials, (err, bound) => (err ? reject(err) : resolve(bound)));
      });
    },
    async close() {
      const answered = new Promise<void>((resolve, reject) => {
        server.tryShutdown((err) => (err ? reject(err) : resolve()));
      });
      const drained = answered.then(() => Promise.allSettled(running));
      const ended = new AbortController();
      const limit = sleep(drainLimitMs, undefined, { signal: ended.signal });
      try {
        await Promise.race([drained, limit]);
      } finally {
        ended.abort();
      }
    },
  };
}

function overloaded(): ServiceError {
  return new ServiceError('unavailable', 'Too much is going on right now.', { retryAfterMs: 1000 });
}

function report(log: Logger, err: unknown, code: status, id: string): void {
  if (code === status.INTERNAL) log.error({ err, errorId: id }, 'call failed');
  else if (code === status.UNAVAILABLE || code === status.DEADLINE_EXCEEDED) {
    log.warn({ err, code: status[code] }, 'call failed');
  } else log.debug({ err, code: status[code] }, 'call refused');
}
