import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { after, before, beforeEach, test } from 'node:test';
import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { ACCESS_KEY, type StoreServer, startStoreServer } from './testing/store-server.ts';

const Bucket = 'documents';
const BODY = 'a scanned letter';
const SHA256 = createHash('sha256').update(BODY).digest('base64');
let server: StoreServer;
let client: S3Client;

before(async () => {
  server = await startStoreServer();
  client = server.sdk({ requestChecksumCalculation: 'WHEN_REQUIRED' });
  await client.send(new PutObjectCommand({ Bucket, Key: 'letter', Body: BODY }));
});
beforeEach(() => {
  server.clock.ahead = 0;
});
after(async () => {
  client.destroy();
  await server.close();
});

/** Status and S3's error code. */
async function ask(url: string, init: RequestInit = {}): Promise<string> {
  const response = await fetch(url, init);
  const code = /<Code>(\w+)<\/Code>/.exec(await response.text())?.[1];
  return `${response.status}${code === undefined ? '' : ` ${code}`}`;
}

const getUrl = (Key = 'letter') =>
  getSignedUrl(client, new GetObjectCommand({ Bucket, Key }), { expiresIn: 60 });

/** As documents are uploaded: size, type and hash are bound into the signature. */
const putUrl = (Key: string) =>
  getSignedUrl(
    client,
    new PutObjectCommand({
      Bucket,
      Key,
      ContentType: 'application/pdf',
      ContentLength: BODY.length,
      ChecksumSHA256: SHA256,
    }),
    { expiresIn: 60, signableHeaders: new Set(['content-type', 'content-length']) },
  );

test('a presigned GET reads the object until it expires', async () => {
  const url = await getUrl();
  const response = await fetch(url);
  assert.equal(await response.text(), BODY);
  server.clock.ahead = 61_000;
  assert.equal(await ask(url), '403 AccessDenied');
});

test('a presigned GET is good for nothing else', async () => {
  const url = await getUrl();
  assert.equal(await ask(url.replace('/letter?', '/letter2?')), '403 SignatureDoesNotMatch');
  assert.equal(await ask(url.replace('/documents/', '/audit/')), '403 SignatureDoesNotMatch');
  assert.equal(await ask(url.replace('X-Amz-Expires=60', 'X-Amz-Expires=600')), '403 SignatureDoesNotMatch');
  assert.equal(await ask(`${url}&versionId=null`), '403 SignatureDoesNotMatch');
  assert.equal(await ask(`${url}&response-content-type=text/html`), '403 SignatureDoesNotMatch');
  assert.equal(await ask(url, { method: 'DELETE' }), '403 SignatureDoesNotMatch');
  assert.equal(await ask(url, { method: 'PUT', body: 'x' }), '403 SignatureDoesNotMatch');
  const tampered = url.replace(
    /(X-Amz-Signature=)(.)/,
    (_, name: string, c: string) => name + (c === 'a' ? 'b' : 'a'),
  );
  assert.equal(await ask(tampered), '403 SignatureDoesNotMatch');
  assert.equal(await ask(url.replace(ACCESS_KEY.accessKeyId, 'AKIAOTHER')), '403 InvalidAccessKeyId');
  assert.equal(await ask(url.replace('eu-west-2', 'us-east-1')), '400 AuthorizationQueryParametersError');
  assert.equal(
    await ask(url.replace('X-Amz-Expires=60', 'X-Amz-Expires=999999')),
    '400 AuthorizationQueryParametersError',
  );
  assert.equal(await ask(url.split('?')[0] ?? ''), '403 AccessDenied');
});

test('a presigned PUT takes exactly the body it was made for', async () => {
  const headers = { 'content-type': 'application/pdf' };
  const url = await putUrl('upload');
  assert.equal(await ask(url, { method: 'PUT', headers, body: BODY }), '200');
  assert.equal(await ask(url, { method: 'PUT', headers, body: BODY.toUpperCase() }), '400 BadDigest');
  assert.equal(await ask(url, { method: 'PUT', headers, body: `${BODY}!` }), '403 SignatureDoesNotMatch');
  const html = { 'content-type': 'text/html' };
  assert.equal(await ask(url, { method: 'PUT', headers: html, body: BODY }), '403 SignatureDoesNotMatch');
  const meta = { ...headers, 'x-amz-meta-owner': 'me' };
  assert.equal(await ask(url, { method: 'PUT', headers: meta, body: BODY }), '403 AccessDenied');
  const other = url.replace(encodeURIComponent(SHA256), encodeURIComponent(SHA256.replace(/^./, 'A')));
  assert.notEqual(other, url);
  assert.equal(await ask(other, { method: 'PUT', headers, body: BODY }), '403 SignatureDoesNotMatch');
  const found = await client.send(new GetObjectCommand({ Bucket, Key: 'upload', ChecksumMode: 'ENABLED' }));
  assert.deepEqual([found.ContentType, found.ChecksumSHA256], ['application/pdf', SHA256]);
  assert.equal(await found.Body?.transformToString(), BODY);
});

test('a URL presigned with the checksum of nothing is refused, as on Amazon', async () => {
  const careless = server.sdk();
  const url = await getSignedUrl(careless, new PutObjectCommand({ Bucket, Key: 'careless' }));
  careless.destroy();
  assert.equal(await ask(url, { method: 'PUT', body: BODY }), '400 BadDigest');
});

test('a name in the reply is taken from a signed URL', async () => {
  const ResponseContentDisposition = 'attachment; filename="letter.pdf"';
  const url = await getSignedUrl(
    client,
    new GetObjectCommand({ Bucket, Key: 'letter', ResponseContentDisposition }),
  );
  assert.equal((await fetch(url)).headers.get('content-disposition'), ResponseContentDisposition);
});

test('a request signed in its headers is refused with the wrong key, another date, or another body', async () => {
  const put = () => new PutObjectCommand({ Bucket, Key: 'signed', Body: BODY });
  const wrong = server.sdk({ credentials: { ...ACCESS_KEY, secretAccessKey: 'guess' } });
  await assert.rejects(wrong.send(put()), { name: 'SignatureDoesNotMatch' });
  const late = server.sdk({ systemClockOffset: -3_600_000 });
  await assert.rejects(late.send(put()), { name: 'RequestTimeTooSkewed' });
  const tampering = server.sdk({ requestChecksumCalculation: 'WHEN_REQUIRED' });
  tampering.middlewareStack.add(
    (next) => (args) => {
      (args.request as { body: string }).body = BODY.toUpperCase();
      return next(args);
    },
    { step: 'finalizeRequest', priority: 'low' },
  );
  await assert.rejects(tampering.send(put()), { name: 'XAmzContentSHA256Mismatch' });
  assert.equal(await ask(`${server.url}/${Bucket}/letter`), '403 AccessDenied');
  await assert.rejects(client.send(new GetObjectCommand({ Bucket, Key: 'signed' })), { name: 'NoSuchKey' });
  for (const one of [wrong, late, tampering]) one.destroy();
});

test('an upload that breaks off leaves nothing', async () => {
  const url = new URL(await putUrl('broken'));
  const upload = request(url, {
    method: 'PUT',
    headers: { 'content-type': 'application/pdf', 'content-length': String(BODY.length) },
  });
  const closed = new Promise<void>((resolve) => upload.once('error', () => resolve()));
  upload.write(BODY.slice(0, 5), () => upload.destroy(new Error('gone')));
  await closed;
  await assert.rejects(client.send(new GetObjectCommand({ Bucket, Key: 'broken' })), { name: 'NoSuchKey' });
});

test('a browser elsewhere may ask before it uploads', async () => {
  const response = await fetch(`${server.url}/${Bucket}/x`, {
    method: 'OPTIONS',
    headers: { origin: 'http://localhost:8080', 'access-control-request-headers': 'content-type' },
  });
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('access-control-allow-origin'), '*');
  assert.equal(response.headers.get('access-control-allow-headers'), 'content-type');
});

test('behind a prefix that a proxy keeps, signatures cover the prefix', async () => {
  const prefixed = await startStoreServer({ basePath: '/s3' });
  const sdk = prefixed.sdk({ endpoint: `${prefixed.url}/s3` });
  await sdk.send(new PutObjectCommand({ Bucket, Key: 'letter', Body: BODY }));
  const url = await getSignedUrl(sdk, new GetObjectCommand({ Bucket, Key: 'letter' }));
  assert.equal(await (await fetch(url)).text(), BODY);
  assert.equal(await ask(url.replace('/s3/', '/')), '403 SignatureDoesNotMatch');
  sdk.destroy();
  await prefixed.close();
});
