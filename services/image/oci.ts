import { createWriteStream, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileEntry, textEntry } from './files.ts';
import { blobFile, type Layer, writeBlob } from './layer.ts';
import { tar } from './tar.ts';

/** How a container of an image starts. */
export type Start = {
  entrypoint: readonly string[];
  cmd: readonly string[];
  env: Readonly<Record<string, string>>;
  workingDir: string;
  user: number;
};

export type Image = {
  name: string;
  /** Of the manifest: what a pod names. */
  digest: string;
  /** `<registry>/<name>@<digest>`. */
  reference: string;
  /** Uncompressed, in bytes. */
  unpackedSize: number;
};

type Descriptor = { mediaType: string; digest: string; size: number };
type Manifest = { config: Descriptor; layers: Descriptor[] };

const architectures: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64' };
const platform = { architecture: architectures[process.arch] ?? process.arch, os: 'linux' };
const media = 'application/vnd.oci.image';

/** Writes the configuration and the manifest of an image (OCI image specification 1.0) into a layout. */
export function writeImage(
  layout: string,
  options: { registry: string; name: string; layers: readonly Layer[]; start: Start },
): Image {
  const { registry, name, layers, start } = options;
  const config = {
    ...platform,
    config: {
      User: `${start.user}:${start.user}`,
      Env: Object.entries(start.env).map(([key, value]) => `${key}=${value}`),
      Entrypoint: start.entrypoint,
      Cmd: start.cmd,
      WorkingDir: start.workingDir,
    },
    rootfs: { type: 'layers', diff_ids: layers.map(({ diffId }) => diffId) },
  };
  const blob = (value: unknown) => writeBlob(layout, Buffer.from(JSON.stringify(value)));
  const manifest: Manifest & Record<string, unknown> = {
    schemaVersion: 2,
    mediaType: `${media}.manifest.v1+json`,
    config: { mediaType: `${media}.config.v1+json`, ...blob(config) },
    layers: layers.map(({ digest, size }) => ({ mediaType: `${media}.layer.v1.tar+gzip`, digest, size })),
  };
  const { digest } = blob(manifest);
  return {
    name,
    digest,
    reference: `${registry}/${name}@${digest}`,
    unpackedSize: layers.reduce((sum, layer) => sum + layer.unpackedSize, 0),
  };
}

/**
 * Packs images of a layout into one OCI archive, shared layers once, which `ctr images import` and `skopeo copy
 * oci-archive:` take. Each image is named by its reference.
 */
export async function writeArchive(layout: string, file: string, images: readonly Image[]): Promise<void> {
  const blobs = new Set<string>();
  const manifests = images.map(({ digest, reference }) => {
    const bytes = readFileSync(blobFile(layout, digest));
    const { config, layers } = JSON.parse(bytes.toString('utf8')) as Manifest;
    for (const part of [digest, config.digest, ...layers.map((layer) => layer.digest)]) blobs.add(part);
    return {
      mediaType: `${media}.manifest.v1+json`,
      digest,
      size: bytes.length,
      platform,
      annotations: { 'io.containerd.image.name': reference },
    };
  });
  const index = { schemaVersion: 2, mediaType: `${media}.index.v1+json`, manifests };
  writeFileSync(join(layout, 'index.json'), JSON.stringify(index));
  writeFileSync(join(layout, 'oci-layout'), JSON.stringify({ imageLayoutVersion: '1.0.0' }));
  const entries = [
    textEntry('oci-layout', JSON.stringify({ imageLayoutVersion: '1.0.0' })),
    textEntry('index.json', JSON.stringify(index)),
    ...[...blobs].map((digest) => fileEntry(blobFile(layout, digest), `blobs/${digest.replace(':', '/')}`)),
  ];
  const part = `${file}.${process.pid}`;
  await pipeline(Readable.from(tar(entries)), createWriteStream(part));
  renameSync(part, file);
}
