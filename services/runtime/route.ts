import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { CallContext, Group } from './context.ts';
import type { Encoded } from './encoded.ts';
import { defaultMaxBodyBytes } from './read-body.ts';

/** The user groups a route admits, anybody, or anybody with a valid access token whatever its groups. */
export type RouteCallers = readonly Group[] | 'public' | 'signed-in';

/** A response that is not JSON: the OpenAPI document shows its media type and nothing of its content. */
export type MediaResponse = { readonly mediaType: string; readonly description: string };

/** Declares a response whose body is text, bytes or a stream of the given media type. */
export function media(mediaType: string, description: string): MediaResponse {
  return { mediaType, description };
}

export type ResponseSpec = z.ZodType | MediaResponse;

/** JSON already rendered and compressed, for hot reads whose answer is the same for everybody. */
export type RenderedJson = { readonly renderedJson: Encoded };

type BodyOf<R> = R extends z.ZodType
  ? z.input<R> | RenderedJson
  : R extends MediaResponse
    ? string | Buffer | Readable
    : never;

/** What a handler answers: one of its declared statuses with the body declared for it. */
export type Reply<R> = {
  [S in keyof R & number]: {
    status: S;
    body: BodyOf<R[S]>;
    headers?: Readonly<Record<string, string>>;
  };
}[keyof R & number];

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

export type RouteInput<P, Q, H, B> = {
  params: Parsed<P>;
  query: Parsed<Q>;
  /** Only the declared headers, names in lower case. */
  headers: Parsed<H>;
  body: Parsed<B>;
  context: CallContext;
  /** Present on routes declared `idempotent`: 8 to 128 printable characters. */
  idempotencyKey: string;
  requestId: string;
  request: IncomingMessage;
  response: ServerResponse;
};

export type RouteSpec<P, Q, H, B, R> = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `:name` marks a parameter; each must be a key of `params`. */
  path: `/${string}`;
  callers: RouteCallers;
  summary: string;
  params?: P;
  query?: Q;
  headers?: H;
  body?: B;
  /** Requires an `Idempotency-Key` header. */
  idempotent?: boolean;
  /** Largest body in bytes. Default 64 KiB. */
  maxBodyBytes?: number;
  /** Time the handler has, in milliseconds; `none` for a stream that lives as long as its reader. Default 3000. */
  deadlineMs?: number | 'none';
  /** Default `no-store`: an answer is personal unless its route says otherwise. */
  cacheControl?: string;
  /** Success responses by status. Problem responses are added by what can go wrong. */
  responses: R;
  /** Statuses beyond the usual ones that the handler answers as problem+json. */
  problems?: readonly number[];
  handle(input: RouteInput<P, Q, H, B>): Promise<Reply<NoInfer<R>>>;
};

/** A route with its schemas, its types erased so that different ones fit one list. */
export type Route = {
  readonly method: RouteSpec<unknown, unknown, unknown, unknown, unknown>['method'];
  readonly path: string;
  readonly callers: RouteCallers;
  readonly summary: string;
  readonly params: z.ZodObject | undefined;
  readonly query: z.ZodObject | undefined;
  readonly headers: z.ZodObject | undefined;
  readonly body: z.ZodType | undefined;
  readonly maxBodyBytes: number;
  readonly idempotent: boolean;
  readonly deadlineMs: number | 'none';
  readonly cacheControl: string;
  readonly responses: Readonly<Record<number, ResponseSpec>>;
  readonly problems: readonly number[];
  handle(input: ErasedInput): Promise<ErasedReply>;
};

export type ErasedInput = {
  params: unknown;
  query: unknown;
  headers: unknown;
  body: unknown;
} & Omit<RouteInput<undefined, undefined, undefined, undefined>, 'params' | 'query' | 'headers' | 'body'>;

export type ErasedReply = { status: number; body: unknown; headers?: Readonly<Record<string, string>> };

/** Time a handler has when its route does not say, in milliseconds. */
export const defaultDeadlineMs = 3000;

/**
 * Declares one route: what it validates, who may call it, what it answers. The same schemas check requests,
 * type the handler and make the OpenAPI document. Throws at load when the path and `params` disagree.
 */
export function route<
  const R extends Readonly<Record<number, ResponseSpec>>,
  P extends z.ZodObject | undefined = undefined,
  Q extends z.ZodObject | undefined = undefined,
  H extends z.ZodObject | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(spec: RouteSpec<P, Q, H, B, R>): Route {
  const named = [...spec.path.matchAll(/:(\w+)/g)].map((match) => match[1]).sort();
  const declared = Object.keys(spec.params?.shape ?? {}).sort();
  if (named.join() !== declared.join()) {
    throw new Error(`route ${spec.method} ${spec.path}: params declare [${declared.join()}]`);
  }
  return {
    method: spec.method,
    path: spec.path,
    callers: spec.callers,
    summary: spec.summary,
    params: spec.params,
    query: spec.query,
    headers: spec.headers,
    body: spec.body,
    maxBodyBytes: spec.maxBodyBytes ?? defaultMaxBodyBytes,
    idempotent: spec.idempotent ?? false,
    deadlineMs: spec.deadlineMs ?? defaultDeadlineMs,
    cacheControl: spec.cacheControl ?? 'no-store',
    responses: spec.responses,
    problems: spec.problems ?? [],
    // Safe, because the edge fills each part from this route's own schema before it calls the handler.
    handle: (input) => spec.handle(input as RouteInput<P, Q, H, B>),
  };
}

/** The body of a 204: nothing. */
export const nothing = z.undefined();
