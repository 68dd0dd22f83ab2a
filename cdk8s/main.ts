/**
 * Writes cdk8s/dist, or with --check compares it.
 *
 *     node cdk8s/main.ts [--check]
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAll } from './build.ts';
import { differences } from './check/differences.ts';

const dist = fileURLToPath(new URL('./dist', import.meta.url));
const files = buildAll();
if (process.argv.includes('--check')) {
  const changed = differences(dist, files);
  for (const line of changed) console.error(line);
  if (changed.length > 0) console.error('npm run k8s:manifests writes them anew.');
  process.exit(changed.length > 0 ? 1 : 0);
}
rmSync(dist, { recursive: true, force: true });
for (const [file, text] of files) {
  mkdirSync(dirname(join(dist, file)), { recursive: true });
  writeFileSync(join(dist, file), text);
}
