import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { after, before, test } from 'node:test';
import * as sdk from '@aws-sdk/client-s3';
import { MAX_BYTES, type StoreServer, startStoreServer } from './testing/store-server.ts';

const Bucket = 'documents';
let server: StoreServer;
let client: sdk.S3Client;

before(async () => {
  server = await startStoreServer();
  client = server.sdk();
});
after(async () => {
  client.destroy();
  await server.close();
});

const put = (Key: string, Body: string, more: Partial<sdk.PutObjectCommandInput> = {}) =>
  client.send(new sdk.PutObjectCommand({ Bucket, Key, Body, ...more }));
const get = (Key: string, more: Partial<sdk.GetObjectCommandInput> = {}) =>
  client.send(new sdk.GetObjectCommand({ Bucket, Key, ...more }));
const read = async (Key: string, more: Partial<sdk.GetObjectCommandInput> = {}) =>
  (await get(Key, more)).Body?.transformToString();

test('an object comes back as it was put, with its headers, metadata and checksum', async () => {
  const Key = "letters/Año nuevo & (1)/o'hara+b..txt";
  const { ETag } = await put(Key, 'Dear Ada', {
    ContentType: 'text/plain',
    CacheControl: 'no-store',
    Metadata: { author: 'shah' },
  });
  assert.equal(ETag, `"${createHash('md5').update('Dear Ada').digest('hex')}"`);
  const found = await get(Key);
  assert.equal(await found.Body?.transformToString(), 'Dear Ada');
  assert.deepEqual(
    [found.ContentType, found.CacheControl, found.Metadata, found.ETag, found.ContentLength],
    ['text/plain', 'no-store', { author: 'shah' }, ETag, 8],
  );
  assert.ok(found.ChecksumCRC32, 'the client compares it by itself');
  const head = await client.send(new sdk.HeadObjectCommand({ Bucket, Key }));
  assert.deepEqual([head.ContentLength, head.ETag, head.VersionId], [8, ETag, undefined]);
});

test('a streamed body is taken apart and its trailing checksum compared', async () => {
  const pieces = Array.from({ length: 40 }, (_, i) => Buffer.alloc(10_007, i));
  const whole = Buffer.concat(pieces);
  await client.send(
    new sdk.PutObjectCommand({
      Bucket,
      Key: 'streamed',
      Body: Readable.from(pieces),
      ContentLength: whole.length,
      ChecksumAlgorithm: 'SHA256',
    }),
  );
  const found = await get('streamed');
  assert.deepEqual(Buffer.from((await found.Body?.transformToByteArray()) ?? []), whole);
  assert.equal(found.ChecksumSHA256, createHash('sha256').update(whole).digest('base64'));
  assert.equal(found.ContentEncoding, undefined);
});

test('ranges', async () => {
  await put('digits', '0123456789');
  assert.equal(await read('digits', { Range: 'bytes=2-4' }), '234');
  assert.equal(await read('digits', { Range: 'bytes=8-' }), '89');
  assert.equal(await read('digits', { Range: 'bytes=-3' }), '789');
  assert.equal((await get('digits', { Range: 'bytes=5-99' })).ContentRange, 'bytes 5-9/10');
  await assert.rejects(get('digits', { Range: 'bytes=10-' }), { name: 'InvalidRange' });
  await put('empty', '');
  assert.equal(await read('empty'), '');
});

test('what is not there has its own name', async () => {
  await assert.rejects(get('nothing'), { name: 'NoSuchKey' });
  await assert.rejects(client.send(new sdk.HeadObjectCommand({ Bucket, Key: 'nothing' })), {
    name: 'NotFound',
  });
  await assert.rejects(get('x', { Bucket: 'no-such-bucket' }), { name: 'NoSuchBucket' });
  await client.send(new sdk.DeleteObjectCommand({ Bucket, Key: 'nothing' }));
});

test('of many who put a key on condition that it is free, one succeeds', async () => {
  const outcomes = await Promise.allSettled(
    Array.from({ length: 10 }, (_, i) => put('once', `writer ${i}`, { IfNoneMatch: '*' })),
  );
  assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1);
  const refused = outcomes.flatMap((outcome) =>
    outcome.status === 'rejected' ? [outcome.reason as Error] : [],
  );
  assert.deepEqual(new Set(refused.map(({ name }) => name)), new Set(['PreconditionFailed']));
});

test('replacing and deleting leave no file behind', async () => {
  const files = () => readdirSync(join(server.dataDir, 'blobs')).length;
  const before = files();
  await put('replaced', 'one');
  await put('replaced', 'two');
  assert.equal(await read('replaced'), 'two');
  assert.equal(files(), before + 1);
  await client.send(new sdk.DeleteObjectCommand({ Bucket, Key: 'replaced' }));
  await assert.rejects(get('replaced'), { name: 'NoSuchKey' });
  assert.equal(files(), before);
  assert.deepEqual(readdirSync(join(server.dataDir, 'incoming')), []);
});

test('a wrong checksum or a body that is too large leaves nothing', async () => {
  const ChecksumSHA256 = createHash('sha256').update('something else').digest('base64');
  await assert.rejects(put('bad', 'this', { ChecksumSHA256 }), { name: 'BadDigest' });
  await assert.rejects(put('bad', 'this', { ContentMD5: 'AAAAAAAAAAAAAAAAAAAAAA==' }), { name: 'BadDigest' });
  await assert.rejects(put('bad', 'x'.repeat(MAX_BYTES + 1)), { name: 'EntityTooLarge' });
  await assert.rejects(get('bad'), { name: 'NoSuchKey' });
  assert.deepEqual(readdirSync(join(server.dataDir, 'incoming')), []);
});

test('keys are listed by prefix, rolled up and in pages', async () => {
  await client.send(new sdk.CreateBucketCommand({ Bucket: 'listed' }));
  const keys = ['a', 'b/1', 'b/2', 'b/c/3', 'd&<é>', 'e/4', '\u{1F600}', '\uFFFD'];
  for (const Key of keys) await put(Key, Key, { Bucket: 'listed' });
  const list = (more: Partial<sdk.ListObjectsV2CommandInput>) =>
    client.send(new sdk.ListObjectsV2Command({ Bucket: 'listed', ...more }));
  const names = (reply: sdk.ListObjectsV2CommandOutput) => reply.Contents?.map(({ Key }) => Key);
  const sorted = keys.toSorted((x, y) => Buffer.compare(Buffer.from(x), Buffer.from(y)));
  assert.deepEqual(names(await list({})), sorted);
  assert.deepEqual(names(await list({ EncodingType: 'url', Prefix: 'd' })), ['d%26%3C%C3%A9%3E']);
  assert.deepEqual(names(await list({ Prefix: 'b/' })), ['b/1', 'b/2', 'b/c/3']);
  assert.deepEqual(names(await list({ StartAfter: 'b/2', Prefix: 'b/' })), ['b/c/3']);

  const seen: string[] = [];
  let ContinuationToken: string | undefined;
  do {
    const page = await list({ Delimiter: '/', MaxKeys: 1, ContinuationToken });
    assert.equal(page.KeyCount, 1);
    seen.push(
      ...(names(page) ?? []).map(String),
      ...(page.CommonPrefixes ?? []).map(({ Prefix }) => String(Prefix)),
    );
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken !== undefined);
  assert.deepEqual(seen, ['a', 'b/', 'd&<é>', 'e/', '\uFFFD', '\u{1F600}']);
});

test('buckets are made once, found, and listed; what is not offered says so', async () => {
  await client.send(new sdk.CreateBucketCommand({ Bucket: 'made-here' }));
  await assert.rejects(client.send(new sdk.CreateBucketCommand({ Bucket: 'made-here' })), {
    name: 'BucketAlreadyOwnedByYou',
  });
  await assert.rejects(client.send(new sdk.CreateBucketCommand({ Bucket: 'No_Good' })), {
    name: 'InvalidBucketName',
  });
  await client.send(new sdk.HeadBucketCommand({ Bucket: 'made-here' }));
  const { Buckets } = await client.send(new sdk.ListBucketsCommand({}));
  assert.ok(Buckets?.some(({ Name }) => Name === 'made-here'));
  await assert.rejects(client.send(new sdk.GetBucketPolicyCommand({ Bucket })), { name: 'NotImplemented' });
  await assert.rejects(client.send(new sdk.CreateMultipartUploadCommand({ Bucket, Key: 'x' })), {
    name: 'NotImplemented',
  });
});
