/**
 * Builds the image of every service, with its bill of materials, and pushes it. Prints the digests, and keeps them for
 * the steps that follow.
 *
 *     REGISTRY=<host>/healthbooker node services/delivery/argocd/release/push.ts
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkedOutCommit } from '@healthbooker/local/commit';
import { readCatalogue } from '../../catalogue.ts';
import { root } from '../../root.ts';
import { releaseDir, wanted, writeBuilt } from './built.ts';

const image = join(root, 'services/image');
const run = (command: string, ...args: string[]) => execFileSync(command, args, { stdio: 'inherit' });

const registry = wanted('REGISTRY');
const commit = checkedOutCommit();
const services = readCatalogue();
mkdirSync(releaseDir, { recursive: true });
run(
  'node',
  join(image, 'build.ts'),
  ...services.map(({ name }) => name),
  '--registry',
  registry,
  '--sbom',
  '--out',
  join(image, 'dist'),
);
const built = services.map(({ name: service, kind }) => {
  const repository = `${registry}/${service}`;
  const metadata = join(releaseDir, `${service}.json`);
  run(
    'docker',
    'buildx',
    'build',
    '--file',
    join(image, 'Dockerfile'),
    '--build-arg',
    `SERVICE=${service}`,
    ...(commit !== undefined && kind === 'edge' ? ['--build-arg', `COMMIT=${commit}`] : []),
    '--output',
    `type=image,name=${repository},push-by-digest=true,push=true,rewrite-timestamp=true`,
    '--provenance',
    'false',
    '--metadata-file',
    metadata,
    join(image, 'dist'),
  );
  const { 'containerimage.digest': digest } = JSON.parse(readFileSync(metadata, 'utf8')) as {
    'containerimage.digest': string;
  };
  console.log(`${service} ${digest}`);
  return { service, repository, digest };
});
writeBuilt(built);
