import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import * as sdk from '@aws-sdk/client-s3';
import { type StoreServer, startStoreServer } from './testing/store-server.ts';

const Bucket = 'audit';
const DAY_MS = 86_400_000;
let server: StoreServer;
let client: sdk.S3Client;

before(async () => {
  server = await startStoreServer();
  client = server.sdk();
});
beforeEach(() => {
  server.clock.ahead = 0;
});
after(async () => {
  client.destroy();
  await server.close();
});

const put = (Key: string, Body: string, more: Partial<sdk.PutObjectCommandInput> = {}) =>
  client.send(new sdk.PutObjectCommand({ Bucket, Key, Body, ...more }));
const remove = (Key: string, more: Partial<sdk.DeleteObjectCommandInput> = {}) =>
  client.send(new sdk.DeleteObjectCommand({ Bucket, Key, ...more }));
const read = async (Key: string, VersionId?: string) => {
  const found = await client.send(new sdk.GetObjectCommand({ Bucket, Key, VersionId }));
  return found.Body?.transformToString();
};
const until = (ms: number) => new Date(Date.now() + ms);

test('a locked version survives overwriting and deleting until its time', async () => {
  const retention = { ObjectLockMode: 'COMPLIANCE', ObjectLockRetainUntilDate: until(DAY_MS) } as const;
  const { VersionId } = await put('chain/1', 'first', retention);
  await put('chain/1', 'second');
  assert.equal(await read('chain/1'), 'second');
  assert.equal(await read('chain/1', VersionId), 'first');
  const hidden = await remove('chain/1');
  assert.equal(hidden.DeleteMarker, true);
  await assert.rejects(read('chain/1'), { name: 'NoSuchKey' });
  assert.equal(await read('chain/1', VersionId), 'first');

  const denied = { name: 'AccessDenied', message: /object protected by object lock/ };
  await assert.rejects(remove('chain/1', { VersionId }), denied);
  await assert.rejects(remove('chain/1', { VersionId, BypassGovernanceRetention: true }), denied);
  const head = await client.send(new sdk.HeadObjectCommand({ Bucket, Key: 'chain/1', VersionId }));
  assert.equal(head.ObjectLockMode, 'COMPLIANCE');
  assert.equal(head.ObjectLockRetainUntilDate?.getTime(), retention.ObjectLockRetainUntilDate.getTime());

  server.clock.ahead = DAY_MS;
  const later = server.sdk({ systemClockOffset: DAY_MS });
  await later.send(new sdk.DeleteObjectCommand({ Bucket, Key: 'chain/1', VersionId }));
  later.destroy();
  server.clock.ahead = 0;
  await assert.rejects(read('chain/1', VersionId), { name: 'NoSuchVersion' });
});

test('removing a delete marker brings the object back', async () => {
  await put('marker', 'here');
  const { VersionId } = await remove('marker');
  await remove('marker', { VersionId });
  assert.equal(await read('marker'), 'here');
});

test('governance is lifted on request, a legal hold is not', async () => {
  const governed = await put('governed', 'x', {
    ObjectLockMode: 'GOVERNANCE',
    ObjectLockRetainUntilDate: until(DAY_MS),
  });
  await assert.rejects(remove('governed', { VersionId: governed.VersionId }), { name: 'AccessDenied' });
  await remove('governed', { VersionId: governed.VersionId, BypassGovernanceRetention: true });
  const held = await put('held', 'x', { ObjectLockLegalHoldStatus: 'ON' });
  await assert.rejects(remove('held', { VersionId: held.VersionId, BypassGovernanceRetention: true }), {
    name: 'AccessDenied',
  });
});

test('retention that makes no sense is refused', async () => {
  const date = until(DAY_MS);
  await assert.rejects(put('x', 'x', { ObjectLockMode: 'COMPLIANCE' }), { name: 'InvalidArgument' });
  await assert.rejects(put('x', 'x', { ObjectLockRetainUntilDate: date }), { name: 'InvalidArgument' });
  const retention = { ObjectLockMode: 'COMPLIANCE', ObjectLockRetainUntilDate: date } as const;
  await assert.rejects(put('x', 'x', { ...retention, ObjectLockRetainUntilDate: until(-DAY_MS) }), {
    name: 'InvalidArgument',
  });
  await assert.rejects(put('x', 'x', { ...retention, Bucket: 'documents' }), { name: 'InvalidRequest' });
  await assert.rejects(read('x'), { name: 'NoSuchKey' });
});
