import type { Account } from '../sigv4/verify.ts';
import { noSuchBucket } from './errors.ts';
import type { S3Request } from './request.ts';
import type { Storage } from './storage.ts';
import type { Versions } from './versions.ts';

/** Everything an action works on. */
export type S3Service = {
  account: Account;
  storage: Storage;
  versions: Versions;
  /** Largest object taken, in bytes. */
  maxObjectBytes: number;
  /** Epoch milliseconds. */
  clock: () => number;
};

/** A reply: XML or nothing as `body`, or a range of a blob to stream. */
export type S3Reply = {
  status: number;
  headers?: Record<string, string>;
  body?: string;
  /** An open file to send from `start` to `end`, both included; the sender closes it. */
  file?: { descriptor: number; start: number; end: number };
};

/** One operation. @throws S3Error */
export type S3Action = (service: S3Service, request: S3Request) => S3Reply | Promise<S3Reply>;

/** The bucket a request names. @throws S3Error NoSuchBucket */
export function bucketOf({ versions }: S3Service, { bucket }: S3Request): { objectLock: boolean } {
  const found = versions.bucket(bucket);
  if (!found) throw noSuchBucket(bucket);
  return found;
}
