import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { type Bucket, sha256Of } from '@healthbooker/runtime/bucket';
import type { DecisionRow } from '../decision-row.ts';

const [gzip, gunzip] = [promisify(zlib.gzip), promisify(zlib.gunzip)];

/** Decisions as an object holds them: a line of JSON each, gzipped. */
export async function toObject(rows: readonly DecisionRow[]): Promise<Buffer> {
  return gzip(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}

/** The decisions of an object. Throws when it is not what was written: `sha256` is of its bytes. */
export async function readObject(bucket: Bucket, key: string, sha256: Buffer): Promise<DecisionRow[]> {
  const body = await bucket.get(key);
  if (!sha256Of(body).equals(sha256)) throw new Error(`the object ${key} is not what was written`);
  const text = (await gunzip(body)).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const row = JSON.parse(line) as DecisionRow & { decided_at: string };
      return { ...row, decided_at: new Date(row.decided_at) };
    });
}

/** What the index of a month tells of an object. */
export type PartOfMonth = {
  part: number;
  first_appointment_id: string;
  last_appointment_id: string;
  row_count: number;
  key: string;
  sha256: Buffer;
};

/** The index of a month: its objects, in their order. */
export function indexOf(month: string, attempt: number, parts: readonly PartOfMonth[]): Buffer {
  const named = parts.map(({ sha256, ...part }) => ({ ...part, sha256: sha256.toString('hex') }));
  return Buffer.from(JSON.stringify({ month, attempt, parts: named }));
}
