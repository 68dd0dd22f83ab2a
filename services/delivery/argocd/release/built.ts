import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../root.ts';

/** Where one run of the release workflow keeps what later steps read; never committed. */
export const releaseDir = join(root, 'release');

export type Built = { service: string; repository: string; digest: string };

const file = () => join(releaseDir, 'built.json');

export function writeBuilt(built: readonly Built[]): void {
  mkdirSync(releaseDir, { recursive: true });
  writeFileSync(file(), `${JSON.stringify(built, null, 2)}\n`);
  // The form that `sha256sum` writes: what the provenance is about.
  const lines = built.map(({ repository, digest }) => `${digest.replace('sha256:', '')}  ${repository}\n`);
  writeFileSync(join(releaseDir, 'checksums.txt'), lines.join(''));
}

export function readBuilt(): Built[] {
  return JSON.parse(readFileSync(file(), 'utf8')) as Built[];
}

/** A variable that the workflow sets; throws when it did not. */
export function wanted(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set`);
  return value;
}
