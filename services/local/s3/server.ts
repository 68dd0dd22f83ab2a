import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { addBucket } from './actions/buckets.ts';
import { authenticate } from './authenticate.ts';
import { errorDocument, S3Error } from './errors.ts';
import { readRequest } from './request.ts';
import { actionFor } from './routes.ts';
import type { S3Reply, S3Service } from './service.ts';
import { openStorage } from './storage.ts';
import { createVersions } from './versions.ts';

export type S3Options = {
  host: string;
  /** 0 takes a free one. */
  port: number;
  /** Folder of the objects. */
  dataDir: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Buckets to make where they are missing. */
  buckets?: readonly { name: string; objectLock?: boolean }[];
  /** What a proxy keeps in front of the bucket, such as `/s3`; signatures cover it. */
  basePath?: string;
  /** Largest object taken, in bytes; 100 MiB when absent. */
  maxObjectBytes?: number;
  /** Epoch milliseconds; the system's clock when absent. */
  clock?: () => number;
};

export type S3 = { port: number; close(): Promise<void> };

const GONE = new Set(['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE']);

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, x-amz-version-id, x-amz-checksum-sha256, x-amz-request-id',
};

/** Starts the object store. */
export async function startS3(options: S3Options): Promise<S3> {
  const { accessKeyId, secretAccessKey, region, basePath = '' } = options;
  const storage = openStorage(options.dataDir);
  const service: S3Service = {
    account: { accessKeyId, secretAccessKey, region, service: 's3' },
    storage,
    versions: createVersions(storage),
    maxObjectBytes: options.maxObjectBytes ?? 100 * 1024 * 1024,
    clock: options.clock ?? Date.now,
  };
  for (const { name, objectLock = false } of options.buckets ?? []) {
    if (!service.versions.bucket(name)) addBucket(service, name, objectLock);
  }
  const server = createServer((incoming, response) => {
    serve(service, basePath, incoming, response).catch((error: unknown) => {
      // Either the client has gone, or the reply had already begun and cannot be changed.
      if (!GONE.has((error as NodeJS.ErrnoException).code ?? ''))
        console.error('s3: a reply broke off', error);
      response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), 1000).unref();
      await closed;
      storage.close();
    },
  };
}

async function serve(
  service: S3Service,
  basePath: string,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const requestId = randomUUID();
  response.setHeader('x-amz-request-id', requestId);
  for (const [name, value] of Object.entries(CORS)) response.setHeader(name, value);
  if (incoming.method === 'OPTIONS') {
    response.writeHead(200, {
      'access-control-allow-methods': 'GET, HEAD, PUT',
      'access-control-allow-headers': incoming.headers['access-control-request-headers'] ?? '*',
      'access-control-max-age': '3000',
    });
    response.end();
    return;
  }
  await send(response, await answer(service, basePath, incoming, requestId));
}

async function answer(
  service: S3Service,
  basePath: string,
  incoming: IncomingMessage,
  requestId: string,
): Promise<S3Reply> {
  try {
    authenticate(service, incoming);
    const request = readRequest(incoming, basePath);
    return await actionFor(request)(service, request);
  } catch (error) {
    if (incoming.destroyed && !incoming.complete) throw error;
    const known = error instanceof S3Error ? error : internal(error);
    const headers = { 'content-type': 'application/xml' };
    if (incoming.method === 'HEAD') return { status: known.status, headers };
    return { status: known.status, headers, body: errorDocument(known, incoming.url ?? '', requestId) };
  }
}

function internal(error: unknown): S3Error {
  console.error('s3: a request failed', error);
  return new S3Error(500, 'InternalError', 'We encountered an internal error. Please try again.');
}

async function send(response: ServerResponse, { status, headers, body, file }: S3Reply): Promise<void> {
  const type = body === undefined ? {} : { 'content-type': 'application/xml' };
  const hasLength =
    file !== undefined || headers?.['content-length'] !== undefined || status === 204 || status === 304;
  const length = hasLength ? {} : { 'content-length': String(Buffer.byteLength(body ?? '')) };
  response.writeHead(status, { ...type, ...length, ...headers });
  if (!file) {
    response.end(body);
    return;
  }
  const { descriptor, start, end } = file;
  await pipeline(createReadStream('', { fd: descriptor, start, end, autoClose: true }), response);
}
