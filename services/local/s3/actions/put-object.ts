import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { receiveBody } from '../body.ts';
import { notImplemented, S3Error } from '../errors.ts';
import { readLock } from '../lock.ts';
import type { S3Request } from '../request.ts';
import { bucketOf, type S3Reply, type S3Service } from '../service.ts';
import type { Version } from '../versions.ts';

/** Headers kept with an object and given back on reading it. */
const KEPT = ['content-type', 'content-disposition', 'content-language', 'cache-control', 'expires'];

/**
 * PutObject: the whole body is received and checked before anybody can read it. Then, in one transaction with the
 * conditions of the request, it replaces the old version; with object lock the old version is kept.
 */
export async function putObject(service: S3Service, request: S3Request): Promise<S3Reply> {
  const { storage, versions, clock } = service;
  if (request.header('x-amz-copy-source') !== undefined) throw notImplemented('CopyObject');
  const { objectLock } = bucketOf(service, request);
  const body = await receiveBody(request, storage.incoming, service.maxObjectBytes);
  try {
    const hasChecksum = Object.keys(body.checksums).length > 0 || request.header('content-md5') !== undefined;
    const lock = readLock(request, objectLock, hasChecksum, clock());
    const versionId = objectLock ? randomUUID().replaceAll('-', '') : 'null';
    const replaced = storage.transaction(() => {
      const current = versions.latest(request.bucket, request.key);
      checkConditions(request, current);
      const blob = storage.adopt(body.path);
      if (current && objectLock) versions.retire(current);
      else if (current) versions.remove(request.bucket, current);
      versions.insert(request.bucket, {
        key: request.key,
        versionId,
        deleteMarker: false,
        blob,
        size: body.size,
        etag: body.etag,
        modifiedAt: clock(),
        headers: keptHeaders(request),
        metadata: request.metadata(),
        checksums: body.checksums,
        lock,
      });
      return objectLock ? undefined : current?.blob;
    });
    if (replaced !== undefined) storage.removeBlob(replaced);
    return {
      status: 200,
      headers: {
        etag: `"${body.etag}"`,
        ...checksumHeaders(body.checksums),
        ...(objectLock && { 'x-amz-version-id': versionId }),
      },
    };
  } catch (error) {
    rmSync(body.path, { force: true });
    throw error;
  }
}

export function checksumHeaders(checksums: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(checksums).map(([algorithm, value]) => [
    `x-amz-checksum-${algorithm}`,
    value,
  ]);
  return {
    ...Object.fromEntries(entries),
    ...(entries.length > 0 && { 'x-amz-checksum-type': 'FULL_OBJECT' }),
  };
}

function checkConditions(request: S3Request, current: Version | undefined): void {
  const existing = current?.deleteMarker ? undefined : current;
  const noneMatch = request.header('if-none-match');
  const match = request.header('if-match');
  if (noneMatch !== undefined && noneMatch !== '*') throw notImplemented('If-None-Match other than *');
  if (match !== undefined && !existing)
    throw new S3Error(404, 'NoSuchKey', 'The specified key does not exist.');
  if ((noneMatch === '*' && existing) || (match !== undefined && match !== `"${existing?.etag}"`)) {
    throw new S3Error(
      412,
      'PreconditionFailed',
      'At least one of the pre-conditions you specified did not hold',
    );
  }
}

function keptHeaders(request: S3Request): Record<string, string> {
  const kept = KEPT.flatMap((name) => {
    const value = request.header(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  const encodings = (request.header('content-encoding') ?? '')
    .split(',')
    .map((encoding) => encoding.trim())
    .filter((encoding) => encoding !== '' && encoding !== 'aws-chunked');
  return {
    'content-type': 'binary/octet-stream',
    ...Object.fromEntries(kept),
    ...(encodings.length > 0 && { 'content-encoding': encodings.join(', ') }),
  };
}
