import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, test } from 'node:test';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { ACCESS_KEY, REGION } from './testing/store-server.ts';

const Bucket = 'documents';
const dataDir = mkdtempSync(join(tmpdir(), 's3-crash-'));
after(() => rmSync(dataDir, { recursive: true }));

async function start(): Promise<{ child: ChildProcess; client: S3Client }> {
  const child = spawn(process.execPath, [new URL('main.ts', import.meta.url).pathname], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      DATA_DIR: dataDir,
      AWS_REGION: REGION,
      AWS_ACCESS_KEY_ID: ACCESS_KEY.accessKeyId,
      AWS_SECRET_ACCESS_KEY: ACCESS_KEY.secretAccessKey,
      BUCKETS: 'documents,audit:object-lock',
    },
  });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const endpoint = `http://127.0.0.1:${/port (\d+)/.exec(line)?.[1]}`;
  const client = new S3Client({
    endpoint,
    region: REGION,
    forcePathStyle: true,
    credentials: ACCESS_KEY,
    maxAttempts: 1,
  });
  return { child, client };
}

test('killed while objects are put, every acknowledged one is there and nothing else is', async () => {
  const first = await start();
  const acknowledged: string[] = [];
  const writers = Array.from({ length: 4 }, async (_, writer) => {
    for (let i = 0; ; i += 1) {
      const Key = `${writer}/${i % 5}`;
      const Body = `${Key} ${'x'.repeat(10_000)}`;
      try {
        await first.client.send(new PutObjectCommand({ Bucket, Key, Body }));
      } catch {
        return;
      }
      acknowledged.push(Key);
      if (acknowledged.length === 60) first.child.kill('SIGKILL');
    }
  });
  await Promise.all([...writers, once(first.child, 'exit')]);
  assert.ok(acknowledged.length >= 60);
  writeFileSync(join(dataDir, 'blobs', 'left-by-a-crash'), 'x');

  const second = await start();
  const keys = new Set(acknowledged);
  for (const Key of keys) {
    const found = await second.client.send(new GetObjectCommand({ Bucket, Key }));
    assert.equal(await found.Body?.transformToString(), `${Key} ${'x'.repeat(10_000)}`);
  }
  const blobs = readdirSync(join(dataDir, 'blobs'));
  assert.ok(!blobs.includes('left-by-a-crash'));
  assert.ok(blobs.length >= keys.size && blobs.length <= keys.size + 4, 'at most what was under way');
  second.client.destroy();
  second.child.kill('SIGTERM');
  const [code] = (await once(second.child, 'exit')) as [number | null];
  assert.equal(code, 0);
});
