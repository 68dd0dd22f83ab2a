import { randomUUID } from 'node:crypto';
import { checkRemovable } from '../lock.ts';
import type { S3Request } from '../request.ts';
import { bucketOf, type S3Reply, type S3Service } from '../service.ts';

/**
 * DeleteObject. Where the bucket has object lock, a delete marker hides the object, and only naming a version
 * removes it for good, once its lock allows. Deleting what is not there succeeds, as on Amazon.
 */
export function deleteObject(service: S3Service, request: S3Request): S3Reply {
  const { objectLock } = bucketOf(service, request);
  const versionId = request.query.get('versionId');
  if (objectLock && versionId === null) return hide(service, request);
  return remove(service, request, versionId ?? 'null');
}

function hide({ storage, versions, clock }: S3Service, { bucket, key }: S3Request): S3Reply {
  const versionId = randomUUID().replaceAll('-', '');
  storage.transaction(() => {
    const current = versions.latest(bucket, key);
    if (current) versions.retire(current);
    versions.insert(bucket, {
      key,
      versionId,
      deleteMarker: true,
      blob: undefined,
      size: 0,
      etag: '',
      modifiedAt: clock(),
      headers: {},
      metadata: {},
      checksums: {},
      lock: { mode: undefined, retainUntil: undefined, legalHold: false },
    });
  });
  return { status: 204, headers: { 'x-amz-delete-marker': 'true', 'x-amz-version-id': versionId } };
}

function remove({ storage, versions, clock }: S3Service, request: S3Request, versionId: string): S3Reply {
  const { bucket, key } = request;
  const bypass = request.header('x-amz-bypass-governance-retention')?.toLowerCase() === 'true';
  const blob = storage.transaction(() => {
    const version = versions.byId(bucket, key, versionId);
    if (!version) return undefined;
    checkRemovable(version, bypass, clock());
    versions.remove(bucket, version);
    return version.blob;
  });
  if (blob !== undefined) storage.removeBlob(blob);
  return { status: 204, ...(versionId !== 'null' && { headers: { 'x-amz-version-id': versionId } }) };
}
