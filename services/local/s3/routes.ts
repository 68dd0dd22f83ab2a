import * as buckets from './actions/buckets.ts';
import { deleteObject } from './actions/delete-object.ts';
import { getObject } from './actions/get-object.ts';
import { listObjects } from './actions/list-objects.ts';
import { putObject } from './actions/put-object.ts';
import { notImplemented } from './errors.ts';
import type { S3Request } from './request.ts';
import type { S3Action } from './service.ts';

/** Parameters that the actions below understand; any other asks for an operation that is not here. */
const KNOWN = new Set(
  'x-id list-type prefix delimiter max-keys continuation-token start-after encoding-type fetch-owner versionId'.split(
    ' ',
  ),
);

/** The operation a request asks for. @throws S3Error NotImplemented */
export function actionFor({ method, bucket, key, query }: S3Request): S3Action {
  for (const name of query.keys()) {
    const lower = name.toLowerCase();
    if (KNOWN.has(name) || lower.startsWith('x-amz-') || lower.startsWith('response-')) continue;
    throw notImplemented(`The parameter ${name}`);
  }
  const place = key !== '' ? 'object' : bucket !== '' ? 'bucket' : 'service';
  const action = ACTIONS[`${method} ${place}`];
  if (!action) throw notImplemented(`${method} on a ${place}`);
  return action;
}

const ACTIONS: Readonly<Record<string, S3Action>> = {
  'GET service': buckets.listBuckets,
  'PUT bucket': buckets.createBucket,
  'HEAD bucket': buckets.headBucket,
  'GET bucket': listObjects,
  'PUT object': putObject,
  'GET object': getObject,
  'HEAD object': getObject,
  'DELETE object': deleteObject,
};
