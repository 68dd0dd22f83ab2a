import { setTimeout as sleep } from 'node:timers/promises';
import {
  Client as Channel,
  Metadata,
  type MethodDefinition,
  type ServiceDefinition,
  type ServiceError as StatusError,
  status,
} from '@grpc/grpc-js';
import { loadService, requestShapes } from '@healthbooker/protos/load';
import { type OutgoingContext, workloadMetadata } from './context.ts';
import { answeredByServer, fromGrpcError, ServiceError } from './errors.ts';
import { channelCredentials, type GrpcTlsConfig } from './grpc-credentials.ts';
import type { MethodName, ReadReply, SentRequest } from './grpc-methods.ts';
import { checkMessage } from './message-check.ts';
import { callsTo, type Metrics } from './metrics.ts';
import { createRetryBudget } from './retry-budget.ts';
import { childOf, toTraceparent } from './trace.ts';

export type GrpcClientOptions = {
  /** Full name: `healthbooker.scheduler.v1.SchedulerService`. */
  protoService: string;
  /** `host:port` or `dns:///host:port`; every address found there gets its share of the calls. */
  address: string;
  metrics: Metrics;
  tls?: GrpcTlsConfig;
};

export type GrpcClient<D extends ServiceDefinition> = {
  /**
   * Makes one call with the context's token. Throws a `ServiceError`: what the callee threw, or `unavailable` or
   * `deadline` when it could not be reached in time.
   */
  call<M extends MethodName<D>>(
    method: M,
    request: SentRequest<D, M>,
    context: OutgoingContext,
  ): Promise<ReadReply<D, M>>;
  close(): void;
};

/** The callee gets this much less time than we have, so that we still have time to tell our caller that it was late. */
const reportBackMs = 20;
/** The callee refuses calls with less time left than this. */
const leastTimeMs = 50;
const maxAttempts = 3;
const firstPauseMs = 25;

const channelOptions = {
  'grpc.service_config': JSON.stringify({ loadBalancingConfig: [{ round_robin: {} }] }),
  'grpc.service_config_disable_resolution': 1,
  'grpc.dns_min_time_between_resolutions_ms': 5000,
  // A callee that restarts is found again within a second after it listens.
  'grpc.initial_reconnect_backoff_ms': 100,
  'grpc.max_reconnect_backoff_ms': 1000,
  // A callee in a lost zone does not answer: within six seconds its calls fail, and later calls go to another one.
  'grpc.keepalive_time_ms': 3000,
  'grpc.keepalive_timeout_ms': 3000,
  'grpc.keepalive_permit_without_calls': 1,
  'grpc.max_send_message_length': 1024 * 1024,
  'grpc.max_receive_message_length': 4 * 1024 * 1024,
  // Calls between services stay inside the cluster: a proxy for the outside must not see them.
  'grpc.enable_http_proxy': 0,
  'grpc.enable_channelz': 0,
};

/** A client of one service, with one channel that is shared by all calls. */
export function createClient<D extends ServiceDefinition>(options: GrpcClientOptions): GrpcClient<D> {
  const { protoService, metrics } = options;
  const definition = loadService(protoService);
  const channel = new Channel(options.address, channelCredentials(options.tls), channelOptions);
  const budget = createRetryBudget();
  const shapes = requestShapes(protoService);
  const calls = callsTo('grpc', metrics);

  async function callOnce<M extends MethodName<D>>(
    method: MethodDefinition<SentRequest<D, M>, ReadReply<D, M>>,
    request: SentRequest<D, M>,
    context: OutgoingContext,
  ): Promise<ReadReply<D, M>> {
    const deadline = context.deadline - reportBackMs;
    if (deadline - Date.now() < leastTimeMs) {
      throw new ServiceError('deadline', 'There is not enough time left to ask.');
    }
    const metadata = new Metadata();
    const token = typeof context.token === 'string' ? context.token : await context.token();
    metadata.set('authorization', `Bearer ${token}`);
    if (context.workloadToken !== undefined) {
      metadata.set(workloadMetadata, `Bearer ${await context.workloadToken()}`);
    }
    metadata.set('traceparent', toTraceparent(childOf(context.trace)));
    return new Promise((resolve, reject) => {
      const done = (err: StatusError | null, reply?: ReadReply<D, M>) => {
        context.signal?.removeEventListener('abort', cancel);
        if (err === null && reply !== undefined) resolve(reply);
        else reject(err ?? new Error('the callee sent no message'));
      };
      const { path, requestSerialize, responseDeserialize } = method;
      calls.inc();
      const call = channel.makeUnaryRequest(
        path,
        requestSerialize,
        responseDeserialize,
        request,
        metadata,
        { deadline },
        done,
      );
      const cancel = () => call.cancel();
      if (context.signal?.aborted === true) cancel();
      else context.signal?.addEventListener('abort', cancel, { once: true });
    });
  }

  async function callWithRetries<M extends MethodName<D>>(
    name: M,
    request: SentRequest<D, M>,
    context: OutgoingContext,
  ): Promise<ReadReply<D, M>> {
    const method = definition[name];
    if (method === undefined) throw new Error(`${protoService} has no method ${name}`);
    for (let attempt = 1; ; attempt += 1) {
      try {
        const reply = await callOnce<M>(method, request, context);
        budget.succeeded();
        return reply;
      } catch (err) {
        const again = context.idempotent === true && attempt < maxAttempts && isTransportFailure(err);
        if (!again || !budget.take()) throw err;
        metrics.rpcClientRetries.inc({ service: protoService, method: name });
        await sleep(firstPauseMs * 2 ** (attempt - 1) * (0.5 + Math.random()));
      }
    }
  }

  return {
    async call(method, request, context) {
      const observe = metrics.rpcClientDuration.startTimer({ service: protoService, method });
      try {
        checkMessage(shapes.get(method) ?? [], request);
        const reply = await callWithRetries(method, request, context);
        observe({ code: 'OK' });
        return reply;
      } catch (err) {
        const error = fromGrpcError(err);
        observe({ code: error.kind });
        throw error;
      }
    },
    close: () => channel.close(),
  };
}

/**
 * Whether the connection failed and not the callee. A callee that answers "unavailable" has already waited for its
 * store; to ask again would only make the caller wait twice.
 */
function isTransportFailure(err: unknown): boolean {
  return err instanceof Error && 'code' in err && err.code === status.UNAVAILABLE && !answeredByServer(err);
}
