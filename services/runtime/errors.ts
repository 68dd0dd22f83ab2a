import { randomUUID } from 'node:crypto';
import { Metadata, status } from '@grpc/grpc-js';

/** Why a call was refused. Every kind has one gRPC status, one HTTP status and one problem type. */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'slot-taken'
  | 'too-soon'
  | 'safety-warning'
  | 'unlikely-value'
  | 'idempotency-mismatch'
  | 'method-not-allowed'
  | 'precondition-failed'
  | 'precondition-required'
  | 'too-large'
  | 'unsupported-media-type'
  | 'rate-limited'
  | 'unavailable'
  | 'deadline'
  | 'internal';

/** A field of the request, in the caller's terms (`body.slotId`), and what is wrong with it. */
export type FieldError = { field: string; message: string };

export type ServiceErrorOptions = {
  fields?: readonly FieldError[] | undefined;
  /** Short machine-readable facts. `alternatives` and `warnings` hold JSON and reach the browser parsed. */
  details?: Readonly<Record<string, string>> | undefined;
  retryAfterMs?: number | undefined;
  cause?: unknown;
};

/**
 * The only error a handler throws on purpose. Its message is shown to the caller, so it holds neither
 * personal data nor internals; those go into `cause`, which is logged and never sent.
 */
export class ServiceError extends Error {
  readonly kind: ErrorKind;
  readonly fields: readonly FieldError[] | undefined;
  readonly details: Readonly<Record<string, string>> | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(kind: ErrorKind, message: string, options: ServiceErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'ServiceError';
    this.kind = kind;
    this.fields = options.fields;
    this.details = options.details;
    this.retryAfterMs = options.retryAfterMs;
  }
}

type Mapping = { grpc: status; http: number; title: string };

const mappings: Record<ErrorKind, Mapping> = {
  invalid: { grpc: status.INVALID_ARGUMENT, http: 400, title: 'The request is not valid' },
  unauthenticated: { grpc: status.UNAUTHENTICATED, http: 401, title: 'Please sign in' },
  forbidden: { grpc: status.PERMISSION_DENIED, http: 403, title: 'You may not do this' },
  'not-found': { grpc: status.NOT_FOUND, http: 404, title: 'Not found' },
  conflict: { grpc: status.ABORTED, http: 409, title: 'This does not fit what there is by now' },
  'slot-taken': { grpc: status.FAILED_PRECONDITION, http: 409, title: 'This time is no longer free' },
  'too-soon': { grpc: status.FAILED_PRECONDITION, http: 409, title: 'This is not possible at this time' },
  'safety-warning': {
    grpc: status.FAILED_PRECONDITION,
    http: 409,
    title: 'This may harm the patient',
  },
  'unlikely-value': {
    grpc: status.FAILED_PRECONDITION,
    http: 409,
    title: 'Confirm that this is meant',
  },
  'idempotency-mismatch': {
    grpc: status.ALREADY_EXISTS,
    http: 422,
    title: 'This key was used for another request',
  },
  'method-not-allowed': {
    grpc: status.UNIMPLEMENTED,
    http: 405,
    title: 'This method does not exist here',
  },
  'precondition-failed': { grpc: status.ABORTED, http: 412, title: 'It was changed in the meantime' },
  'precondition-required': {
    grpc: status.FAILED_PRECONDITION,
    http: 428,
    title: 'Say which version you are changing',
  },
  'too-large': { grpc: status.RESOURCE_EXHAUSTED, http: 413, title: 'The request is too large' },
  'unsupported-media-type': {
    grpc: status.INVALID_ARGUMENT,
    http: 415,
    title: 'This content type is not supported',
  },
  'rate-limited': { grpc: status.RESOURCE_EXHAUSTED, http: 429, title: 'Too many requests' },
  unavailable: { grpc: status.UNAVAILABLE, http: 503, title: 'Temporarily unavailable' },
  deadline: { grpc: status.DEADLINE_EXCEEDED, http: 504, title: 'It took too long' },
  internal: { grpc: status.INTERNAL, http: 500, title: 'Something went wrong' },
};

/** The HTTP status that goes with a kind. */
export function httpStatus(kind: ErrorKind): number {
  return mappings[kind].http;
}

/** The gRPC status code that goes with a kind. */
export function grpcCode(kind: ErrorKind): status {
  return mappings[kind].grpc;
}

/** Carries kind, fields and details between our services, as google.rpc.ErrorInfo would: reason, domain, metadata. */
const errorInfoKey = 'hb-error-info-bin';
const errorDomain = 'healthbooker.example';

type ErrorInfo = {
  reason: ErrorKind;
  domain: typeof errorDomain;
  metadata?: Readonly<Record<string, string>> | undefined;
  fields?: readonly FieldError[] | undefined;
  retryAfterMs?: number | undefined;
};

export type GrpcStatus = { code: status; details: string; metadata: Metadata };

/**
 * What a gRPC server answers for `err`. Anything but a `ServiceError` becomes a bare INTERNAL whose text is
 * only `id`, which the caller of this function logs beside the error.
 */
export function toGrpcStatus(err: unknown, id: string = randomUUID()): GrpcStatus {
  const known = err instanceof ServiceError && err.kind !== 'internal' ? err : undefined;
  const kind = known?.kind ?? 'internal';
  const info: ErrorInfo = {
    reason: kind,
    domain: errorDomain,
    metadata: known?.details,
    fields: known?.fields,
    retryAfterMs: known?.retryAfterMs,
  };
  const metadata = new Metadata();
  metadata.set(errorInfoKey, Buffer.from(JSON.stringify(info)));
  return { code: mappings[kind].grpc, details: known?.message ?? `internal error ${id}`, metadata };
}

const kindsByCode: Partial<Record<status, ErrorKind>> = {
  [status.INVALID_ARGUMENT]: 'invalid',
  [status.UNAUTHENTICATED]: 'unauthenticated',
  [status.PERMISSION_DENIED]: 'forbidden',
  [status.NOT_FOUND]: 'not-found',
  [status.ABORTED]: 'conflict',
  [status.UNAVAILABLE]: 'unavailable',
  [status.DEADLINE_EXCEEDED]: 'deadline',
  // We cancel a call only after our own caller has stopped waiting.
  [status.CANCELLED]: 'deadline',
  // When our servers limit a rate they say so. Without a reason it is the limit on message size.
  [status.RESOURCE_EXHAUSTED]: 'too-large',
};

/**
 * Turns the failure of a grpc-js client call back into the error that its server threw. A failure that no server of
 * ours answered (connection, deadline, size) gets the kind of its status and a neutral message.
 */
export function fromGrpcError(err: unknown): ServiceError {
  if (err instanceof ServiceError) return err;
  if (!isStatus(err)) return new ServiceError('internal', 'internal error', { cause: err });
  const info = readErrorInfo(err.metadata);
  if (info !== undefined) {
    return new ServiceError(info.reason, err.details, {
      fields: info.fields,
      details: info.metadata,
      retryAfterMs: info.retryAfterMs,
      cause: err,
    });
  }
  if (err.code === status.UNAVAILABLE || isCutOff(err)) {
    return new ServiceError('unavailable', 'A part of the system cannot be reached right now.', {
      retryAfterMs: 1000,
      cause: err,
    });
  }
  const kind = kindsByCode[err.code] ?? 'internal';
  const message = kind === 'deadline' ? 'The answer took too long.' : mappings[kind].title;
  return new ServiceError(kind, message, { cause: err });
}

/**
 * The server closed the stream without a status. This happens when a connection reaches its maximum age during a long
 * call.
 */
function isCutOff({ code, details }: { code: status; details: string }): boolean {
  return code === status.INTERNAL && details.startsWith('Received RST_STREAM with code 0');
}

/** Whether one of our own servers gave this answer, rather than the transport. */
export function answeredByServer(err: unknown): boolean {
  return isStatus(err) && readErrorInfo(err.metadata) !== undefined;
}

function isStatus(err: unknown): err is GrpcStatus {
  return (
    typeof err === 'object' &&
    err !== null &&
    'code' in err &&
    typeof err.code === 'number' &&
    'details' in err &&
    typeof err.details === 'string' &&
    'metadata' in err &&
    err.metadata instanceof Metadata
  );
}

function readErrorInfo(metadata: Metadata): ErrorInfo | undefined {
  const raw = metadata.get(errorInfoKey)[0];
  if (!Buffer.isBuffer(raw)) return undefined;
  const info: ErrorInfo = JSON.parse(raw.toString('utf8'));
  return info.domain === errorDomain && info.reason in mappings ? info : undefined;
}

/** An RFC 9457 problem document. */
export type ProblemBody = {
  type: string;
  title: string;
  status: number;
  detail?: string;
  /** `urn:uuid:<request id>`: what a person quotes to support. */
  instance: string;
  errors?: readonly FieldError[];
  alternatives?: unknown;
  warnings?: unknown;
};

export type Problem = { status: number; headers: Record<string, string>; body: ProblemBody };

/**
 * What an edge answers for `err`: status, headers (content type, no-store, Retry-After in whole seconds,
 * WWW-Authenticate) and body. Unknown and internal errors become a bare 500 that only names the request id.
 */
export function toProblem(err: unknown, requestId: string): Problem {
  const known = err instanceof ServiceError && err.kind !== 'internal' ? err : undefined;
  const kind = known?.kind ?? 'internal';
  const { http, title } = mappings[kind];
  const headers: Record<string, string> = {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
  };
  const retryAfterMs = known?.retryAfterMs ?? (kind === 'unavailable' ? 1000 : undefined);
  if (retryAfterMs !== undefined)
    headers['Retry-After'] = String(Math.max(1, Math.ceil(retryAfterMs / 1000)));
  if (kind === 'unauthenticated') headers['WWW-Authenticate'] = 'Bearer';
  const body: ProblemBody = {
    type: `https://healthbooker.example/problems/${kind}`,
    title,
    status: http,
    instance: `urn:uuid:${requestId}`,
  };
  if (known !== undefined) body.detail = known.message;
  if (known?.fields !== undefined) body.errors = known.fields;
  const alternatives = known?.details?.['alternatives'];
  if (alternatives !== undefined) body.alternatives = JSON.parse(alternatives);
  const warnings = known?.details?.['warnings'];
  if (warnings !== undefined) body.warnings = JSON.parse(warnings);
  return { status: http, headers, body };
}
