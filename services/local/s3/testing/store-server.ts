import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { type S3Options, startS3 } from '../server.ts';

export const ACCESS_KEY = { accessKeyId: 'AKIATEST', secretAccessKey: 'test-secret' };
export const REGION = 'eu-west-2';
export const MAX_BYTES = 1_000_000;

export type StoreServer = Awaited<ReturnType<typeof startStoreServer>>;

/** An object store on a folder of its own, with the buckets `documents` and `audit` (object lock). */
export async function startStoreServer(more: Partial<S3Options> = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 's3-'));
  const clock = { ahead: 0 };
  const s3 = await startS3({
    host: '127.0.0.1',
    port: 0,
    dataDir,
    region: REGION,
    ...ACCESS_KEY,
    buckets: [{ name: 'documents' }, { name: 'audit', objectLock: true }],
    maxObjectBytes: MAX_BYTES,
    clock: () => Date.now() + clock.ahead,
    ...more,
  });
  const url = `http://127.0.0.1:${s3.port}`;
  return {
    url,
    dataDir,
    clock,
    /** Amazon's own client. */
    sdk(config: S3ClientConfig = {}): S3Client {
      return new S3Client({
        endpoint: url,
        region: REGION,
        forcePathStyle: true,
        credentials: ACCESS_KEY,
        maxAttempts: 1,
        ...config,
      });
    },
    async close(): Promise<void> {
      await s3.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}
