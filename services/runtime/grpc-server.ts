import { randomUUID } from 'node:crypto';
import {
  type handleUnaryCall,
  type Metadata,
  Server,
  type ServerUnaryCall,
  type ServiceDefinition,
  status,
} from '@grpc/grpc-js';
import { loadService } from '@healthbooker/protos/load';
import { type AllowedCaller, type CallContext, isAllowed } from './context.ts';
import { ServiceError, toGrpcStatus } from './errors.ts';
import { type GrpcTlsConfig, serverCredentials } from './grpc-credentials.ts';
import type { MethodName, ReadRequest, SentReply } from './grpc-methods.ts';
import type { Health } from './health.ts';
import { bearerToken, type Verifier } from './identity.ts';
import type { Logger } from './log.ts';
import type { Metrics } from './metrics.ts';
import { type TraceContext, traceFrom } from './trace.ts';

/** One RPC: who may call it and what it does. Throws `ServiceError`s; anything else reaches nobody but the log. */
export type Rpc<Req, Res> = {
  callers: readonly AllowedCaller[];
  handle(request: Req, context: CallContext): Promise<Res>;
};

/** An `Rpc` for every method of a generated `…ServiceDefinition`. */
export type Rpcs<D extends ServiceDefinition> = {
  [M in MethodName<D>]: Rpc<ReadRequest<D, M>, SentReply<D, M>>;
};

/** The type of one RPC of a service: `const reserve: RpcOf<SchedulerServiceDefinition, 'Reserve'>`. */
export type RpcOf<D extends ServiceDefinition, M extends MethodName<D>> = Rpcs<D>[M];

export type GrpcServerOptions<D extends ServiceDefinition> = {
  /** Full name: `healthbooker.scheduler.v1.SchedulerService`. */
  protoService: string;
  rpcs: Rpcs<D>;
  verifier: Verifier;
  metrics: Metrics;
  log: Logger;
  health?: Health;
  tls?: GrpcTlsConfig;
  /** Connections are closed after this long (± a tenth), so that clients look up the addresses anew. */
  maxConnectionAgeMs?: number;
  maxInFlight?: number;
};

export type GrpcServer = {
  /** Starts to accept; resolves to the port. */
  listen(host: string, port: number): Promise<number>;
  /** Refuses new calls and resolves when those under way have been answered and their handlers are done. */
  close(): Promise<void>;
};

/** Callers that name no deadline wait this long. */
const defaultDeadlineMs = 5000;
/** Nothing useful fits into less; the caller would have gone before the answer. */
const leastTimeMs = 50;
/** Calls that are still under way after this long are cut; every deadline of ours is shorter. */
const drainLimitMs = 15_000;
const maxRequestBytes = 1024 * 1024;
const maxReplyBytes = 4 * 1024 * 1024;

type AnyRpc = Rpc<unknown, unknown>;
type UnaryCall = ServerUnaryCall<unknown, unknown>;

/**
 * A gRPC server for one service. Each call passes, in this order: room (`maxInFlight`), time left, token, caller
 * allowed, handler; and leaves a duration by service, method and code, whatever happened.
 */
export function createGrpcServer<D extends ServiceDefinition>(options: GrpcServerOptions<D>): GrpcServer {
  const { protoService, metrics } = options;
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

  function unary(method: string, rpc: AnyRpc): handleUnaryCall<unknown, unknown> {
    return (call, callback) => {
      const observe = metrics.rpcDuration.startTimer({ service: protoService, method });
      metrics.rpcInFlight.inc();
      const trace = traceFrom(firstValue(call.metadata, 'traceparent'));
      const log = options.log.child({ traceId: trace.traceId, rpc: method });
      const full = running.size >= (options.maxInFlight ?? 1000);
      const answer = full ? Promise.reject(overloaded()) : within(call, trace, log, rpc, options, running);
      void answer
        .then(
          (reply) => {
            observe({ code: 'OK' });
            callback(null, reply);
          },
          (err: unknown) => {
            const id = randomUUID();
            const answered = toGrpcStatus(err, id);
            observe({ code: status[answered.code] });
            report(log, err, answered.code, id);
            callback(answered);
          },
        )
        .finally(() => metrics.rpcInFlight.dec());
    };
  }

  const definition = loadService(protoService);
  const rpcs = new Map<string, AnyRpc>(Object.entries(options.rpcs));
  const handlers: Record<string, handleUnaryCall<unknown, unknown>> = {};
  for (const method of Object.keys(definition)) {
    const rpc = rpcs.get(method);
    if (rpc === undefined) throw new Error(`${protoService} has no implementation of ${method}`);
    handlers[method] = unary(method, rpc);
  }
  server.addService(definition, handlers);
  options.health?.announce(protoService);

  return {
    listen(host, port) {
      const credentials = serverCredentials(options.tls);
      const address = `${host.includes(':') ? `[${host}]` : host}:${port}`;
      return new Promise((resolve, reject) => {
        server.bindAsync(address, credentials, (err, bound) => (err ? reject(err) : resolve(bound)));
      });
    },
    async close() {
      const cut = setTimeout(() => server.forceShutdown(), drainLimitMs);
      await new Promise<void>((resolve, reject) => {
        server.tryShutdown((err) => (err ? reject(err) : resolve()));
      });
      clearTimeout(cut);
      await Promise.allSettled(running);
    },
  };
}

/** Runs one call until its handler has answered, its deadline has passed or its caller has gone. */
async function within(
  call: UnaryCall,
  trace: TraceContext,
  log: Logger,
  rpc: AnyRpc,
  { verifier }: { verifier: Verifier },
  running: Set<Promise<unknown>>,
): Promise<unknown> {
  const deadline = deadlineOf(call);
  const leftMs = deadline - Date.now();
  if (leftMs < leastTimeMs) throw new ServiceError('deadline', 'There is not enough time left to answer.');
  const gone = new AbortController();
  call.on('cancelled', () => gone.abort());
  const timer = setTimeout(() => gone.abort(), leftMs);
  const late = new Promise<never>((_resolve, reject) => {
    gone.signal.addEventListener('abort', () => {
      reject(new ServiceError('deadline', 'The answer took too long.'));
    });
  });
  const work = (async () => {
    const token = bearerToken(firstValue(call.metadata, 'authorization'));
    const caller = await verifier.verify(token);
    if (!isAllowed(rpc.callers, caller)) throw new ServiceError('forbidden', 'You may not do this.');
    return rpc.handle(call.request, { caller, token, deadline, trace, log, signal: gone.signal });
  })();
  running.add(work);
  const finished = () => running.delete(work);
  work.then(finished, finished);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function deadlineOf(call: UnaryCall): number {
  const given = call.getDeadline();
  const deadline = given instanceof Date ? given.getTime() : given;
  return Number.isFinite(deadline) ? deadline : Date.now() + defaultDeadlineMs;
}

function firstValue(metadata: Metadata, key: string): string | undefined {
  const value = metadata.get(key)[0];
  return typeof value === 'string' ? value : undefined;
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
