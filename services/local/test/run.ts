/**
 * Runs tests against one stack of real stores.
 *
 *     node services/local/test/run.ts [file…] [option of node --test…]
 *
 * Without files: every *.test.ts below services, charts and cdk8s. The exit code is that of `node --test`.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { compileCache } from '../compile-cache.ts';
import { startTestStack } from './stack.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const options = process.argv.slice(2).filter((argument) => argument.startsWith('--'));
const files = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

const stack = await startTestStack();
const tests = spawn(
  process.execPath,
  [
    '--enable-source-maps',
    '--test',
    '--test-reporter=spec',
    '--test-concurrency=3',
    '--test-timeout=180000',
    // What a failed test left open must not keep the run from ending.
    '--test-force-exit',
    ...options,
    ...(files.length > 0 ? files : ['services/**/*.test.ts', 'charts/**/*.test.ts', 'cdk8s/**/*.test.ts']),
  ],
  {
    stdio: 'inherit',
    cwd: files.length > 0 ? process.cwd() : root,
    env: { ...process.env, ...compileCache, ...stack.env },
  },
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => tests.kill(signal));
const code = await new Promise<number>((resolve) => tests.once('exit', (status) => resolve(status ?? 1)));
await stack.stop();
process.exit(code);
