import { invalidArgument, invalidRequest, S3Error } from './errors.ts';
import type { S3Request } from './request.ts';
import type { Version } from './versions.ts';

type Lock = Version['lock'];

/**
 * The retention that an upload asks for.
 * @throws S3Error when it is half given, in the past, without a checksum, or for a bucket without object lock
 */
export function readLock(request: S3Request, bucketLocks: boolean, hasChecksum: boolean, now: number): Lock {
  const mode = request.header('x-amz-object-lock-mode');
  const until = request.header('x-amz-object-lock-retain-until-date');
  const hold = request.header('x-amz-object-lock-legal-hold');
  if (mode === undefined && until === undefined && hold === undefined) {
    return { mode: undefined, retainUntil: undefined, legalHold: false };
  }
  if (!bucketLocks) throw invalidRequest('Bucket is missing Object Lock Configuration');
  if (!hasChecksum) {
    throw invalidRequest(
      'Content-MD5 OR x-amz-checksum- HTTP header is required for Put Object requests with Object Lock parameters',
    );
  }
  if (hold !== undefined && hold !== 'ON' && hold !== 'OFF') throw invalidArgument('Unknown legal hold.');
  const legalHold = hold === 'ON';
  if (mode === undefined && until === undefined) return { mode, retainUntil: undefined, legalHold };
  if (mode !== 'COMPLIANCE' && mode !== 'GOVERNANCE') throw invalidArgument('Unknown wormMode directive.');
  const retainUntil = Date.parse(until ?? '');
  if (Number.isNaN(retainUntil)) throw invalidArgument('The retain until date must be a date.');
  if (retainUntil <= now) throw invalidArgument('The retain until date must be in the future!');
  return { mode, retainUntil, legalHold };
}

/** Refuses to remove a version for good while it is locked; an administrator may lift GOVERNANCE only. */
export function checkRemovable({ lock }: Version, bypassGovernance: boolean, now: number): void {
  const retained =
    lock.retainUntil !== undefined &&
    lock.retainUntil > now &&
    !(lock.mode === 'GOVERNANCE' && bypassGovernance);
  if (retained || lock.legalHold) {
    throw new S3Error(403, 'AccessDenied', 'Access Denied because object protected by object lock.');
  }
}

export function lockHeaders({ lock }: Version): Record<string, string> {
  return {
    ...(lock.mode && { 'x-amz-object-lock-mode': lock.mode }),
    ...(lock.retainUntil !== undefined && {
      'x-amz-object-lock-retain-until-date': new Date(lock.retainUntil).toISOString(),
    }),
    ...(lock.legalHold && { 'x-amz-object-lock-legal-hold': 'ON' }),
  };
}
