import { createHash } from 'node:crypto';
import type { S3Client } from '@aws-sdk/client-s3';
import { awsClientConfig } from './aws.ts';

/** Objects of one bucket of S3. What is put is whole or not there. */
export type Bucket = {
  put(key: string, body: Buffer): Promise<void>;
  /** Throws when there is none. */
  get(key: string): Promise<Buffer>;
  /** The keys that begin so, in their order, at most 1,000. */
  list(prefix: string): Promise<string[]>;
  /** What is not there is no error. A bucket that keeps versions keeps this one as long as it keeps them. */
  remove(key: string): Promise<void>;
  close(): void;
};

/** An object takes some seconds at most; nobody waits for it. */
const requestTimeoutMs = 10_000;

/** Opens a bucket. The SDK is loaded with the first object: who never needs it does not pay for it. */
export function openBucket(
  name: string,
  { AWS_REGION, S3_ENDPOINT }: { AWS_REGION: string; S3_ENDPOINT?: string | undefined },
): Bucket {
  let opened: Promise<{ sdk: typeof import('@aws-sdk/client-s3'); client: S3Client }> | undefined;
  const open = () => {
    opened ??= import('@aws-sdk/client-s3').then((sdk) => {
      const config = awsClientConfig({ region: AWS_REGION, endpoint: S3_ENDPOINT, requestTimeoutMs });
      // Names of the host's own would have to be resolved, which only Amazon's are.
      return { sdk, client: new sdk.S3Client({ ...config, forcePathStyle: S3_ENDPOINT !== undefined }) };
    });
    return opened;
  };
  return {
    async put(key, body) {
      const { sdk, client } = await open();
      const ChecksumSHA256 = sha256Of(body).toString('base64');
      await client.send(new sdk.PutObjectCommand({ Bucket: name, Key: key, Body: body, ChecksumSHA256 }));
    },
    async get(key) {
      const { sdk, client } = await open();
      const { Body } = await client.send(new sdk.GetObjectCommand({ Bucket: name, Key: key }));
      if (Body === undefined) throw new Error(`the object ${key} has no content`);
      return Buffer.from(await Body.transformToByteArray());
    },
    async list(prefix) {
      const { sdk, client } = await open();
      const { Contents = [] } = await client.send(
        new sdk.ListObjectsV2Command({ Bucket: name, Prefix: prefix }),
      );
      return Contents.flatMap(({ Key }) => Key ?? []);
    },
    async remove(key) {
      const { sdk, client } = await open();
      await client.send(new sdk.DeleteObjectCommand({ Bucket: name, Key: key }));
    },
    close() {
      opened?.then(
        ({ client }) => client.destroy(),
        () => undefined,
      );
    },
  };
}

export function sha256Of(body: Buffer): Buffer {
  return createHash('sha256').update(body).digest();
}
