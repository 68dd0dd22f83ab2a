import type { Metadata, ServerUnaryCall } from '@grpc/grpc-js';
import type { MessageShape } from '@healthbooker/protos/load';
import { type AllowedCaller, type CallContext, isAllowed, workloadMetadata } from './context.ts';
import { ServiceError } from './errors.ts';
import { foldIds } from './fold-ids.ts';
import { bearerToken, type Verifier } from './identity.ts';
import type { Logger } from './log.ts';
import { checkMessage } from './message-check.ts';
import type { TraceContext } from './trace.ts';

/** One RPC: who may call it and what it does. It throws `ServiceError`s; any other error goes to the log only. */
export type Rpc<Req, Res> = {
  callers: readonly AllowedCaller[];
  /**
   * For a request that holds data which a person could invent, such as a verified address: one of these services must
   * vouch for it with its own token.
   */
  vouchers?: readonly string[];
  handle(request: Req, context: CallContext): Promise<Res>;
  /** Runs before a caller who may not call it is refused. If it throws, that error is the answer. */
  onForbidden?(request: Req, context: CallContext): Promise<void>;
};

export type UnaryCall = ServerUnaryCall<unknown, unknown>;

export type CallParts = {
  /** Of the request. */
  shape: MessageShape;
  trace: TraceContext;
  log: Logger;
  verifier: Verifier;
  /** Every handler that has not ended yet, whether or not its call was answered. */
  running: Set<Promise<unknown>>;
};

/** The deadline of callers that name none. */
const defaultDeadlineMs = 5000;
/** The longest deadline that a caller can get. */
const maxDeadlineMs = 60_000;
/** A call with less time left is refused: its answer would come too late. */
const leastTimeMs = 50;

/**
 * Runs one call until its handler has answered, its deadline has passed or its caller has gone: time left, token,
 * caller allowed, handler, in this order.
 */
export async function runCall(
  call: UnaryCall,
  rpc: Rpc<unknown, unknown>,
  { shape, trace, log, verifier, running }: CallParts,
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
    const workload = await workloadBeside(call, verifier);
    foldIds(shape, call.request);
    const known = workload === undefined ? {} : { workload };
    const context = { caller, token, ...known, deadline, trace, log, signal: gone.signal };
    const isVouchedFor = rpc.vouchers === undefined || rpc.vouchers.includes(workload ?? '');
    if (!isAllowed(rpc.callers, caller) || (caller.kind === 'person' && !isVouchedFor)) {
      await rpc.onForbidden?.(call.request, context);
      throw new ServiceError('forbidden', 'You may not do this.');
    }
    checkMessage(shape, call.request);
    return rpc.handle(call.request, context);
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

/** The service that vouches for the call; `unauthenticated` when what it presents is not a service's token for us. */
async function workloadBeside(call: UnaryCall, verifier: Verifier): Promise<string | undefined> {
  const header = firstValue(call.metadata, workloadMetadata);
  if (header === undefined) return undefined;
  const beside = await verifier.verify(bearerToken(header));
  if (beside.kind === 'workload') return beside.service;
  throw new ServiceError('unauthenticated', 'Only a service vouches for a call.');
}

/** Whether the caller gave up before its own deadline. */
export function hasGone(call: UnaryCall): boolean {
  return call.cancelled && Date.now() < deadlineOf(call);
}

/** The first text value of a metadata key. */
export function firstValue(metadata: Metadata, key: string): string | undefined {
  const value = metadata.get(key)[0];
  return typeof value === 'string' ? value : undefined;
}

/** Epoch milliseconds; callers without a deadline get the default. */
function deadlineOf(call: UnaryCall): number {
  const given = call.getDeadline();
  const deadline = given instanceof Date ? given.getTime() : given;
  return Number.isFinite(deadline)
    ? Math.min(deadline, Date.now() + maxDeadlineMs)
    : Date.now() + defaultDeadlineMs;
}
