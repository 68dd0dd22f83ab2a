import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const services = fileURLToPath(new URL('..', import.meta.url));

test('connections of a service are opened by its pool.ts alone, so that benches and proofs run the plans of production', () => {
  const opening = globSync('**/*.ts', { cwd: services, exclude: ['**/node_modules', 'runtime/**'] }).filter(
    (file) => /\bopenPool\b/.test(importsFromRuntime(readFileSync(`${services}/${file}`, 'utf8'))),
  );
  assert.deepEqual(opening.sort(), ['ehr/pool.ts', 'notification/pool.ts', 'scheduler/pool.ts']);
});

/** What a file takes from runtime's postgres.ts. */
function importsFromRuntime(text: string): string {
  return [...text.matchAll(/import [^;]*from '@healthbooker\/runtime\/postgres'/g)].join('\n');
}
