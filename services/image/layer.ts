import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type TarEntry, tar } from './tar.ts';

/** One layer of an image, as its manifest and its configuration name it. */
export type Layer = {
  /** Of the compressed bytes. */
  digest: string;
  /** Compressed, in bytes. */
  size: number;
  /** Of the archive itself. */
  diffId: string;
  /** Uncompressed, in bytes. */
  unpackedSize: number;
};

/**
 * Writes the entries as a compressed layer into the blobs of an OCI layout. A layer that is already there is not
 * compressed again: compressing takes longer than everything else.
 */
export async function writeLayer(layout: string, entries: readonly TarEntry[]): Promise<Layer> {
  const diff = createHash('sha256');
  let unpackedSize = 0;
  for await (const chunk of tar(entries)) {
    diff.update(chunk);
    unpackedSize += chunk.length;
  }
  const diffId = `sha256:${diff.digest('hex')}`;
  const known = join(layout, 'known-layers', diffId.slice('sha256:'.length));
  if (existsSync(known)) {
    const layer = JSON.parse(readFileSync(known, 'utf8')) as Layer;
    if (existsSync(blobFile(layout, layer.digest))) return layer;
  }
  const { digest, size } = await compress(layout, entries);
  const layer = { digest, size, diffId, unpackedSize };
  mkdirSync(join(layout, 'known-layers'), { recursive: true });
  writeFileSync(known, JSON.stringify(layer));
  return layer;
}

/** Where a layout keeps the bytes of a digest. */
export function blobFile(layout: string, digest: string): string {
  return join(layout, 'blobs', digest.replace(':', '/'));
}

/** Writes bytes into the blobs of a layout. */
export function writeBlob(layout: string, bytes: Buffer): { digest: string; size: number } {
  const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  mkdirSync(join(layout, 'blobs', 'sha256'), { recursive: true });
  writeFileSync(blobFile(layout, digest), bytes);
  return { digest, size: bytes.length };
}

async function compress(layout: string, entries: readonly TarEntry[]) {
  mkdirSync(join(layout, 'blobs', 'sha256'), { recursive: true });
  const part = join(layout, 'blobs', `part-${randomUUID()}`);
  const hash = createHash('sha256');
  let size = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      size += chunk.length;
      done(null, chunk);
    },
  });
  await pipeline(Readable.from(tar(entries)), createGzip({ level: 6 }), measure, createWriteStream(part));
  const digest = `sha256:${hash.digest('hex')}`;
  renameSync(part, blobFile(layout, digest));
  return { digest, size };
}
