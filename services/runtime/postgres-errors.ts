import { DatabaseError } from 'pg';
import { ServiceError } from './errors.ts';

/** How long a caller should wait before the next try when the database cannot be used, in milliseconds. */
export const RETRY_AFTER_MS = 1000;

/** Errors of the socket, before PostgreSQL could answer. */
const NETWORK_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** Messages of pg without a code: the connection was lost, or none was free in time. */
const CONNECTION_LOST =
  /^(Connection terminated|timeout expired|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|Client was closed)/;

/** The server does not accept the role, its password or the database's name. The last code: no right to connect. */
const LOGIN_REFUSED = /^(28|3D000$|42501$)/;

/** Reasons for refusing a certificate, by the codes of OpenSSL and Node. */
const CERTIFICATE_REFUSED =
  /^(CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT|UNABLE_TO_)|_CERT$/;

/** The password's file is empty or missing, which may happen for a moment while it is replaced. */
export class PasswordMissing extends Error {}

/**
 * Why PostgreSQL refused a session although the connection worked: a secret is wrong, since secrets are rotated while
 * this process runs. undefined for any other error.
 */
export function refusalOf(error: unknown): 'login' | 'certificate' | undefined {
  if (error instanceof PasswordMissing) return 'login';
  const code = codeOf(error);
  if (error instanceof DatabaseError) return LOGIN_REFUSED.test(code) ? 'login' : undefined;
  if (CERTIFICATE_REFUSED.test(code)) return 'certificate';
  const isPlain = error instanceof Error && error.message === 'The server does not support SSL connections';
  return isPlain ? 'certificate' : undefined;
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/**
 * Whether the connection is gone or must not be used again: server stopping, starting or turned read-only by a
 * failover, socket broken, or an answer that did not come in time.
 * Codes: https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export function isUnreachable(error: unknown): boolean {
  const code = codeOf(error);
  if (code.startsWith('08') || code === '25006' || /^57P0[1-5]$/.test(code)) return true;
  if (NETWORK_CODES.has(code)) return true;
  if (error instanceof AggregateError) return error.errors.some(isUnreachable);
  return error instanceof Error && code === '' && CONNECTION_LOST.test(error.message);
}

/** Whether PostgreSQL gave up one of two transactions that blocked each other. A second try may succeed. */
export function isContention(error: unknown): boolean {
  if (error instanceof ServiceError) return isContention(error.cause);
  const code = codeOf(error);
  return code === '40001' || code === '40P01';
}

/**
 * Gives an error of the database its meaning: 'unavailable' when it cannot be reached or has no room,
 * 'conflict' for a deadlock or serialization failure, 'deadline' for a statement stopped by its timeout.
 * Everything else comes back as it was.
 */
export function explainDatabaseError(error: unknown): unknown {
  if (error instanceof ServiceError) return error;
  if (isUnreachable(error)) return unavailable('The database cannot be reached.', error);
  const code = codeOf(error);
  if (code.startsWith('53')) return unavailable('The database has no room for more work.', error);
  if (code === '55P03') return unavailable('The data is locked by other work.', error);
  if (isContention(error)) {
    return new ServiceError('conflict', 'Another change came first. Try again.', { cause: error });
  }
  if (code === '57014') return new ServiceError('deadline', 'The database took too long.', { cause: error });
  return error;
}

/** The name of the violated constraint, or undefined when the error is no constraint violation (class 23). */
export function violatedConstraint(error: unknown): string | undefined {
  return error instanceof DatabaseError && error.code?.startsWith('23') ? error.constraint : undefined;
}

function unavailable(message: string, cause: unknown): ServiceError {
  return new ServiceError('unavailable', message, { retryAfterMs: RETRY_AFTER_MS, cause });
}
