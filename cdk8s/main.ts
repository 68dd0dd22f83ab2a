/**
 * Writes cdk8s/dist and the ClusterConfigs of eksctl/, or with --check compares them.
 *
 *     node cdk8s/main.ts [--check]
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { clusterConfigs } from '../eksctl/cluster.ts';
import { buildAll } from './build.ts';
import { differences } from './check/differences.ts';

const dist = fileURLToPath(new URL('./dist', import.meta.url));
const eksctl = fileURLToPath(new URL('../eksctl', import.meta.url));
const files = buildAll();
const configs = clusterConfigs();
if (process.argv.includes('--check')) {
  const changed = [
    ...differences(dist, files),
    ...[...configs]
      .filter(([file, text]) => readFileSync(join(eksctl, file), 'utf8') !== text)
      .map(([file]) => `eksctl/${file} is not what the code makes`),
  ];
  for (const line of changed) console.error(line);
  if (changed.length > 0) console.error('npm run k8s:manifests writes them anew.');
  process.exit(changed.length > 0 ? 1 : 0);
}
rmSync(dist, { recursive: true, force: true });
for (const [file, text] of files) {
  mkdirSync(dirname(join(dist, file)), { recursive: true });
  writeFileSync(join(dist, file), text);
}
for (const [file, text] of configs) writeFileSync(join(eksctl, file), text);
