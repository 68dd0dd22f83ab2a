import { type IncomingMessage, validateHeaderValue } from 'node:http';
import { S3Error } from './errors.ts';

/** A request once its address has been read and its signature checked. */
export type S3Request = {
  method: string;
  /** Empty for a request about all buckets. */
  bucket: string;
  /** Empty for a request about a bucket. */
  key: string;
  query: URLSearchParams;
  /**
   * A header by its lower-case name. In a presigned URL an `x-amz-` parameter stands for the header of that name.
   */
  header(name: string): string | undefined;
  /** Every `x-amz-meta-` header, without the prefix. */
  metadata(): Record<string, string>;
  incoming: IncomingMessage;
};

/**
 * Reads a path-style address. The path is not normalised: `..` is a name like any other.
 * @param basePath what a proxy keeps in front of the bucket, such as `/s3`, or empty
 */
export function readRequest(incoming: IncomingMessage, basePath: string): S3Request {
  const url = incoming.url ?? '/';
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  const query = new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1).replaceAll('+', '%2B'));
  const below = basePath !== '' && path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : path;
  const slash = below.indexOf('/', 1);
  const bucket = decode(slash < 0 ? below.slice(1) : below.slice(1, slash));
  const key = slash < 0 ? '' : decode(below.slice(slash + 1));
  if (Buffer.byteLength(key) > 1024) throw new S3Error(400, 'KeyTooLongError', 'Your key is too long');

  const presigned = query.has('X-Amz-Signature');
  const hoisted = new Map(
    [...query].filter(([name]) => presigned && name.toLowerCase().startsWith('x-amz-')).map(lowerCased),
  );
  for (const [name, value] of query) if (/^(x-amz-|response-)/i.test(name)) checkHeaderValue(name, value);
  const header = (name: string): string | undefined => {
    const value = hoisted.get(name) ?? incoming.headers[name];
    return Array.isArray(value) ? value.join(', ') : value;
  };
  return {
    method: incoming.method ?? '',
    bucket,
    key,
    query,
    header,
    metadata() {
      const names = [...hoisted.keys(), ...Object.keys(incoming.headers)];
      const prefix = 'x-amz-meta-';
      return Object.fromEntries(
        names
          .filter((name) => name.startsWith(prefix))
          .map((name) => [name.slice(prefix.length), header(name) ?? '']),
      );
    },
    incoming,
  };
}

/** A request header that holds a count of bytes. */
export function readLength(request: S3Request, name: string): number | undefined {
  const text = request.header(name);
  if (text === undefined) return undefined;
  if (!/^\d{1,15}$/.test(text)) throw new S3Error(400, 'InvalidArgument', `${name} is not a length.`);
  return Number(text);
}

/** Parameters that become headers must be able to. */
function checkHeaderValue(name: string, value: string): void {
  try {
    validateHeaderValue(name, value);
  } catch (cause) {
    throw new S3Error(400, 'InvalidArgument', `${name} cannot be a header: ${String(cause)}`);
  }
}

function lowerCased([name, value]: [string, string]): [string, string] {
  return [name.toLowerCase(), value];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    throw new S3Error(400, 'InvalidURI', `Couldn't parse the specified URI: ${String(cause)}`);
  }
}
