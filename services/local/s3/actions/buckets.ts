import { S3Error } from '../errors.ts';
import type { S3Request } from '../request.ts';
import { bucketOf, type S3Reply, type S3Service } from '../service.ts';
import { xml } from '../xml.ts';

/** CreateBucket. With object lock a bucket keeps every version, as on Amazon. */
export function createBucket(service: S3Service, request: S3Request): S3Reply {
  const objectLock = request.header('x-amz-bucket-object-lock-enabled')?.toLowerCase() === 'true';
  request.incoming.resume();
  addBucket(service, request.bucket, objectLock);
  return { status: 200, headers: { location: `/${request.bucket}` } };
}

/** @throws S3Error InvalidBucketName, BucketAlreadyOwnedByYou */
export function addBucket({ versions, clock }: S3Service, name: string, objectLock: boolean): void {
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name)) {
    throw new S3Error(400, 'InvalidBucketName', 'The specified bucket is not valid.');
  }
  if (versions.bucket(name)) {
    throw new S3Error(409, 'BucketAlreadyOwnedByYou', 'The bucket already exists, and you own it.');
  }
  versions.addBucket(name, objectLock, clock());
}

/** HeadBucket. */
export function headBucket(service: S3Service, request: S3Request): S3Reply {
  bucketOf(service, request);
  return { status: 200, headers: { 'x-amz-bucket-region': service.account.region } };
}

/** ListBuckets. */
export function listBuckets({ versions }: S3Service): S3Reply {
  const Bucket = versions
    .buckets()
    .map(({ name, createdAt }) => ({ Name: name, CreationDate: new Date(createdAt).toISOString() }));
  const Owner = { ID: 'local', DisplayName: 'local' };
  return { status: 200, body: xml('ListAllMyBucketsResult', { Owner, Buckets: { Bucket } }) };
}
