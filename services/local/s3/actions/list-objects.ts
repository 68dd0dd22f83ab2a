import { invalidArgument } from '../errors.ts';
import type { S3Request } from '../request.ts';
import { bucketOf, type S3Reply, type S3Service } from '../service.ts';
import type { Version } from '../versions.ts';
import { xml } from '../xml.ts';

const MAX_KEYS = 1000;

type Page = { objects: Version[]; prefixes: string[]; next: string | undefined };

/** ListObjectsV2: a page of keys in byte order, those that share a prefix up to the delimiter rolled into one. */
export function listObjects(service: S3Service, request: S3Request): S3Reply {
  const { query, bucket } = request;
  bucketOf(service, request);
  if (query.get('list-type') !== '2') throw invalidArgument('Only list-type=2 is offered.');
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const maxKeys = readMaxKeys(query.get('max-keys'));
  const token = query.get('continuation-token');
  const after =
    token === null ? (query.get('start-after') ?? '') : Buffer.from(token, 'base64url').toString();
  const page = readPage(service, bucket, { prefix, delimiter, maxKeys, after });
  const urlEncoded = query.get('encoding-type') === 'url';
  const name = (key: string) => (urlEncoded ? encodeURIComponent(key).replaceAll('%2F', '/') : key);
  return {
    status: 200,
    body: xml('ListBucketResult', {
      Name: bucket,
      Prefix: name(prefix),
      Delimiter: delimiter === '' ? undefined : name(delimiter),
      MaxKeys: maxKeys,
      EncodingType: urlEncoded ? 'url' : undefined,
      KeyCount: page.objects.length + page.prefixes.length,
      IsTruncated: page.next !== undefined,
      ContinuationToken: token ?? undefined,
      NextContinuationToken:
        page.next === undefined ? undefined : Buffer.from(page.next).toString('base64url'),
      StartAfter: query.get('start-after') ?? undefined,
      Contents: page.objects.map((version) => ({
        Key: name(version.key),
        LastModified: new Date(version.modifiedAt).toISOString(),
        ETag: `"${version.etag}"`,
        Size: version.size,
        StorageClass: 'STANDARD',
      })),
      CommonPrefixes: page.prefixes.map((common) => ({ Prefix: name(common) })),
    }),
  };
}

function readPage(
  { versions }: S3Service,
  bucket: string,
  asked: { prefix: string; delimiter: string; maxKeys: number; after: string },
): Page {
  const { prefix, delimiter, maxKeys, after } = asked;
  const page: Page = { objects: [], prefixes: [], next: undefined };
  let last = after;
  // Both bounds are byte strings; the later one is where reading begins.
  const from = Buffer.compare(Buffer.from(prefix), Buffer.from(after)) > 0 ? prefix : after;
  for (const version of versions.from(bucket, from)) {
    if (!version.key.startsWith(prefix)) break;
    const common = commonPrefix(version.key, prefix, delimiter);
    if (version.key === after || (common !== undefined && common === last)) continue;
    if (page.objects.length + page.prefixes.length === maxKeys) {
      if (maxKeys > 0) page.next = last;
      break;
    }
    if (common === undefined) page.objects.push(version);
    else page.prefixes.push(common);
    last = common ?? version.key;
  }
  return page;
}

function commonPrefix(key: string, prefix: string, delimiter: string): string | undefined {
  if (delimiter === '') return undefined;
  const end = key.indexOf(delimiter, prefix.length);
  return end < 0 ? undefined : key.slice(0, end + delimiter.length);
}

function readMaxKeys(text: string | null): number {
  if (text === null) return MAX_KEYS;
  if (!/^\d{1,9}$/.test(text)) throw invalidArgument('max-keys is not a number.');
  return Math.min(Number(text), MAX_KEYS);
}
