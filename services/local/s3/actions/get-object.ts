import { noSuchKey, S3Error } from '../errors.ts';
import { lockHeaders } from '../lock.ts';
import type { S3Request } from '../request.ts';
import { bucketOf, type S3Reply, type S3Service } from '../service.ts';
import type { Version } from '../versions.ts';
import { checksumHeaders } from './put-object.ts';

/** Parameters of a signed request that set a header of the reply. */
const OVERRIDES = [
  'content-type',
  'content-disposition',
  'content-language',
  'content-encoding',
  'cache-control',
  'expires',
];

/** GetObject and HeadObject, whole or one range. */
export function getObject(service: S3Service, request: S3Request): S3Reply {
  const version = versionOf(service, request);
  const conditional = checkConditions(request, version);
  if (conditional) return conditional;
  const range = readRange(request.header('range'), version.size);
  const { start, end } = range ?? { start: 0, end: version.size - 1 };
  const headers = {
    ...objectHeaders(service, request, version),
    // A checksum is of the whole object, so a client would find it wrong for a part.
    ...(!range && request.header('x-amz-checksum-mode') === 'ENABLED' && checksumHeaders(version.checksums)),
    ...(range && { 'content-range': `bytes ${start}-${end}/${version.size}` }),
    'content-length': String(end - start + 1),
  };
  const status = range ? 206 : 200;
  if (request.method === 'HEAD' || version.size === 0 || version.blob === undefined) {
    return { status, headers };
  }
  return { status, headers, file: { descriptor: service.storage.openBlob(version.blob), start, end } };
}

function versionOf(service: S3Service, request: S3Request): Version {
  const { versions } = service;
  bucketOf(service, request);
  const versionId = request.query.get('versionId');
  if (versionId === null) {
    const latest = versions.latest(request.bucket, request.key);
    if (!latest || latest.deleteMarker) throw noSuchKey();
    return latest;
  }
  const version = versions.byId(request.bucket, request.key, versionId);
  if (!version) throw new S3Error(404, 'NoSuchVersion', 'The specified version does not exist.');
  if (version.deleteMarker) {
    throw new S3Error(405, 'MethodNotAllowed', 'The specified method is not allowed against this resource.');
  }
  return version;
}

function objectHeaders(service: S3Service, request: S3Request, version: Version): Record<string, string> {
  const overrides = OVERRIDES.flatMap((name) => {
    const value = request.query.get(`response-${name}`);
    return value === null ? [] : [[name, value] as const];
  });
  const metadata = Object.entries(version.metadata).map(([name, value]) => [`x-amz-meta-${name}`, value]);
  return {
    ...version.headers,
    ...Object.fromEntries(overrides),
    ...Object.fromEntries(metadata),
    ...lockHeaders(version),
    ...(bucketOf(service, request).objectLock && { 'x-amz-version-id': version.versionId }),
    etag: `"${version.etag}"`,
    'last-modified': new Date(version.modifiedAt).toUTCString(),
    'accept-ranges': 'bytes',
  };
}

function checkConditions(request: S3Request, { etag }: Version): S3Reply | undefined {
  const match = request.header('if-match');
  if (match !== undefined && match !== '*' && match !== `"${etag}"`) {
    throw new S3Error(
      412,
      'PreconditionFailed',
      'At least one of the pre-conditions you specified did not hold',
    );
  }
  const noneMatch = request.header('if-none-match');
  if (noneMatch === '*' || noneMatch === `"${etag}"`) return { status: 304, headers: { etag: `"${etag}"` } };
  return undefined;
}

/** One range of RFC 9110; anything else that is asked for gets the whole object, as the RFC allows. */
function readRange(header: string | undefined, size: number): { start: number; end: number } | undefined {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return undefined;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (from !== '' && to !== '' && Number(to) < Number(from)) return undefined;
  if (start >= size) {
    throw new S3Error(416, 'InvalidRange', 'The requested range is not satisfiable');
  }
  return { start, end };
}
