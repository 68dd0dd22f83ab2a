/**
 * Runs tests against one stack of real stores.
 *
 *     node services/local/test/run.ts [file…] [--test-name-pattern=…] [option of node…]
 *
 * Without files: every *.test.ts below services, charts and cdk8s. The exit code is 1 when a test fails.
 */
import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';
import { compileCache } from '../compile-cache.ts';
import { startTestStack } from './stack.ts';

/** Begun first, so that the rest fills the time until the last of them is done. */
const LONGEST = [
  'services/web/e2e/portals.test.ts',
  'services/local/test/recovery.test.ts',
  'services/scheduler/test/model.test.ts',
  'services/web/e2e/*.test.ts',
  'services/local/test/*.test.ts',
];
const EVERY = [...LONGEST, 'services/**/*.test.ts', 'charts/**/*.test.ts', 'cdk8s/**/*.test.ts'];
/** Files at once: most of them wait for a store or a process most of the time. */
const AT_ONCE = 3;

const options = process.argv.slice(2).filter((argument) => argument.startsWith('--'));
const chosen = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const isPattern = (option: string) => option.startsWith('--test-name-pattern=');

const stack = await startTestStack();
Object.assign(process.env, compileCache, stack.env);
const interrupt = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => interrupt.abort());
const tests = run({
  files: chosen.length > 0 ? chosen.map((file) => resolve(file)) : everyFile(),
  concurrency: AT_ONCE,
  timeout: 180_000,
  signal: interrupt.signal,
  testNamePatterns: options.filter(isPattern).map((option) => option.slice(option.indexOf('=') + 1)),
  execArgv: [
    '--enable-source-maps',
    // What a failed test left open must not keep its process from ending.
    '--test-force-exit',
    ...options.filter((option) => !isPattern(option)),
  ],
});
tests.on('test:fail', () => {
  process.exitCode = 1;
});
for await (const text of tests.compose(new spec())) process.stdout.write(text);
await stack.stop();
process.exit();

function everyFile(): string[] {
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const files = EVERY.flatMap((pattern) => globSync(pattern, { cwd: root }).sort());
  return [...new Set(files)]
    .filter((file) => !file.includes('node_modules'))
    .map((file) => resolve(root, file));
}
