/**
 * Writes the TypeScript types of every contract to gen/, and the readers of what is kept as JSON. `--check` writes to a temporary folder instead and
 * fails when it differs from what is committed.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSync } from '@grpc/proto-loader';
import { keptMessages } from './kept-json.ts';
import { writeReaders } from './write-readers.ts';

const here = import.meta.dirname;
const check = process.argv.includes('--check');
const committed = join(here, 'gen');
const fresh = mkdtempSync(join(tmpdir(), 'protos-'));
const contracts = globSync('healthbooker/*/v1/*.proto', { cwd: here }).sort();

execFileSync(
  'proto-loader-gen-types',
  [
    '--longs=Number',
    '--enums=String',
    '--defaults',
    '--oneofs',
    '--grpcLib=@grpc/grpc-js',
    '--targetFileExtension=.ts',
    '--importFileExtension=.ts',
    `--includeDirs=${here}`,
    `--outDir=${fresh}`,
    ...contracts,
  ],
  { stdio: ['ignore', 'ignore', 'inherit'] },
);
// The generator names the absolute path of each source, which differs between machines.
for (const file of globSync('**/*.ts', { cwd: fresh })) {
  const path = join(fresh, file);
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll(`${here}/`, ''));
}
const loaded = loadSync(contracts, { includeDirs: [here] });
writeFileSync(join(fresh, 'readers.ts'), writeReaders(loaded, keptMessages));
try {
  if (check) execFileSync('diff', ['-r', committed, fresh], { stdio: 'inherit' });
  else {
    cpSync(fresh, committed, { recursive: true });
    const made = new Set(globSync('**/*.ts', { cwd: fresh }));
    for (const file of globSync('**/*.ts', { cwd: committed })) {
      if (!made.has(file)) rmSync(join(committed, file));
    }
  }
} finally {
  rmSync(fresh, { recursive: true, force: true });
}
