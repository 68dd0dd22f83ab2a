/**
 * Builds images:
 *
 *     npm run image -- [name…] [--out folder] [--registry host] [--sbom]
 *
 * Without names all are built: every service of the catalogue, and `datastores`. Writes into the folder (dist beside
 * this file unless given) `images.tar`, an OCI archive of all of them, `images.json`, their references by name, and
 * per image a folder with its layers above the base for the Dockerfile, and its bill of materials.
 */
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildPortals } from '@healthbooker/web/build';
import { checkedOutCommit } from '../local/commit.ts';
import { billOfMaterials } from './bill-of-materials.ts';
import { buildImage, datastores, imageNames } from './image.ts';
import { blobFile } from './layer.ts';
import { type Image, writeArchive } from './oci.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: fileURLToPath(new URL('dist', import.meta.url)) },
    registry: { type: 'string', default: 'healthbooker.local' },
    sbom: { type: 'boolean', default: false },
  },
});
const known = imageNames(root);
const unknown = positionals.filter((name) => !known.includes(name));
if (unknown.length > 0)
  throw new Error(`no such image: ${unknown.join(', ')}; there are ${known.join(', ')}`);
const out = resolve(values.out);
const layout = join(out, 'oci');

const commit = checkedOutCommit();
await buildPortals();
const images: Image[] = [];
for (const name of positionals.length > 0 ? positionals : known) {
  const image = await buildImage({ root, layout, registry: values.registry, commit }, name);
  images.push(image);
  writeLayers(image);
  if (values.sbom && name !== datastores) {
    writeFileSync(
      join(out, name, 'sbom.cdx.json'),
      `${JSON.stringify(billOfMaterials(root, name), null, 2)}\n`,
    );
  }
  console.log(`${image.reference}  ${Math.round(image.unpackedSize / 1e6)} MB`);
}
await writeArchive(layout, join(out, 'images.tar'), images);
const references = Object.fromEntries(
  images.map(({ name, reference, digest }) => [name, { reference, digest }]),
);
writeFileSync(join(out, 'images.json'), `${JSON.stringify(references, null, 2)}\n`);

/** Copies the layers above the base to where the Dockerfile looks for them. */
function writeLayers({ name, digest }: Image): void {
  const { layers } = JSON.parse(readFileSync(blobFile(layout, digest), 'utf8')) as {
    layers: { digest: string }[];
  };
  const folder = join(out, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [index, layer] of layers.slice(1).entries()) {
    copyFileSync(blobFile(layout, layer.digest), join(folder, `layer-${index + 1}.tar.gz`));
  }
}
