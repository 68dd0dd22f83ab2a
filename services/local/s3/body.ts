import { createHash, type Hash, randomUUID } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { decodeChunked } from './chunked.ts';
import { badDigest, invalidRequest, notImplemented, S3Error } from './errors.ts';
import { readLength, type S3Request } from './request.ts';

/** The one streaming coding that the AWS SDK for JavaScript sends. */
const CHUNKED = 'STREAMING-UNSIGNED-PAYLOAD-TRAILER';
const CHECKSUM = 'x-amz-checksum-';

/** A body that arrived whole and was found to be what its sender said. */
export type ReceivedBody = {
  /** File that holds it, synced; the caller moves or removes it. */
  path: string;
  size: number;
  /** Hexadecimal MD5. */
  etag: string;
  /** The checksums the sender gave, by lower-case algorithm, in base64. */
  checksums: Record<string, string>;
};

/**
 * Receives a body into a new file of `folder` and checks its length, payload hash and checksums. On any error
 * the file is gone.
 * @throws S3Error MissingContentLength, EntityTooLarge, IncompleteBody, XAmzContentSHA256Mismatch, BadDigest
 */
export async function receiveBody(
  request: S3Request,
  folder: string,
  maxBytes: number,
): Promise<ReceivedBody> {
  const payloadHash = request.header('x-amz-content-sha256') ?? 'UNSIGNED-PAYLOAD';
  const chunked = payloadHash === CHUNKED;
  if (!chunked && payloadHash.startsWith('STREAMING-')) throw notImplemented(payloadHash);
  const expected = readLength(request, chunked ? 'x-amz-decoded-content-length' : 'content-length');
  if (expected === undefined) {
    throw new S3Error(411, 'MissingContentLength', 'You must provide the Content-Length HTTP header.');
  }
  if (expected > maxBytes) {
    throw new S3Error(
      400,
      'EntityTooLarge',
      `Your proposed upload exceeds the maximum of ${maxBytes} bytes.`,
    );
  }
  const path = join(folder, randomUUID());
  const sums = createSums();
  try {
    const trailers = new Map<string, string>();
    const source = request.incoming as AsyncIterable<Buffer>;
    const size = await write(path, chunked ? decodeChunked(source, trailers) : source, expected, sums);
    if (size !== expected) throw new S3Error(400, 'IncompleteBody', 'The body is not as long as announced.');
    const digests = sums.finish();
    if (/^[0-9a-f]{64}$/.test(payloadHash) && digests.sha256.toString('hex') !== payloadHash) {
      throw new S3Error(
        400,
        'XAmzContentSHA256Mismatch',
        "The provided 'x-amz-content-sha256' header does not match what was computed.",
      );
    }
    const checksums = checkSums(request, trailers, digests);
    return { path, size, etag: digests.md5.toString('hex'), checksums };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

async function write(
  path: string,
  source: AsyncIterable<Buffer>,
  limit: number,
  sums: Sums,
): Promise<number> {
  const file = await open(path, 'wx', 0o600);
  try {
    let size = 0;
    for await (const chunk of source) {
      size += chunk.length;
      if (size > limit) throw new S3Error(400, 'IncompleteBody', 'The body is longer than announced.');
      sums.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
    return size;
  } finally {
    await file.close();
  }
}

type Digests = { md5: Buffer; sha1: Buffer; sha256: Buffer; crc32: Buffer };
type Sums = { update(chunk: Buffer): void; finish(): Digests };

function createSums(): Sums {
  const hashes: Record<'md5' | 'sha1' | 'sha256', Hash> = {
    md5: createHash('md5'),
    sha1: createHash('sha1'),
    sha256: createHash('sha256'),
  };
  let crc = 0;
  return {
    update(chunk) {
      for (const hash of Object.values(hashes)) hash.update(chunk);
      crc = crc32(chunk, crc);
    },
    finish() {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(crc);
      const { md5, sha1, sha256 } = hashes;
      return { md5: md5.digest(), sha1: sha1.digest(), sha256: sha256.digest(), crc32: bytes };
    },
  };
}

/** Compares every checksum that came as header, signed parameter or trailer. */
function checkSums(
  request: S3Request,
  trailers: ReadonlyMap<string, string>,
  digests: Digests,
): Record<string, string> {
  const md5 = request.header('content-md5');
  if (md5 !== undefined && md5 !== digests.md5.toString('base64')) throw badDigest('Content-MD5');
  const announced = request.header('x-amz-trailer')?.toLowerCase();
  if (announced !== undefined && !trailers.has(announced)) {
    throw invalidRequest(`The trailer ${announced} was announced and did not come.`);
  }
  const given: Record<string, string> = {};
  for (const algorithm of ['crc32', 'sha1', 'sha256'] as const) {
    const value = trailers.get(CHECKSUM + algorithm) ?? request.header(CHECKSUM + algorithm);
    if (value === undefined) continue;
    if (value !== digests[algorithm].toString('base64')) throw badDigest(algorithm.toUpperCase());
    given[algorithm] = value;
  }
  for (const algorithm of ['crc32c', 'crc64nvme']) {
    if (trailers.has(CHECKSUM + algorithm) || request.header(CHECKSUM + algorithm) !== undefined) {
      throw notImplemented(`The checksum ${algorithm}`);
    }
  }
  return given;
}
