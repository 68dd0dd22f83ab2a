/**
 * Runs tests against one stack of real stores.
 *
 *     node services/local/test/run.ts [file or folder…] [--counted | --renew] [--test-name-pattern=…] [option of node…]
 *
 * Without files: every *.test.ts of the repository. The exit code is 1 when a test fails, is skipped or does not report.
 * How many tests each file has stands in `counts.json`: every test of a whole run, or of one with `--counted`, must have
 * been run; other runs only tell of a difference. `--renew` writes the numbers of this run, without files of attacks too.
 */
import { globSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileCache } from '../compile-cache.ts';
import { lost, miscounted, missing, readCounts, renewCounts } from './counts.ts';
import { runFiles } from './run-files.ts';
import { startTestStack } from './stack.ts';

/** Begun first, so that the rest fills the time until the last of them is done. */
const LONGEST = [
  'services/web/e2e/portals.test.ts',
  'services/local/test/recovery.test.ts',
  'services/proof/model/model.test.ts',
  'services/web/e2e/*.test.ts',
  'services/local/test/*.test.ts',
];
const root = fileURLToPath(new URL('../../..', import.meta.url));
const own = ['--counted', '--renew'];
const namePattern = '--test-name-pattern=';
const every = '**/*.{test,attack}.ts';

const options = process.argv.slice(2).filter((argument) => argument.startsWith('--'));
const chosen = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const namePatterns = options
  .filter((option) => option.startsWith(namePattern))
  .map((option) => option.slice(namePattern.length));
const isRenewing = options.includes('--renew');
const isWhole = chosen.length === 0 && namePatterns.length === 0;

const stack = await startTestStack();
Object.assign(process.env, compileCache, stack.env);
const interrupt = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => interrupt.abort());
const { runs, isGreen } = await runFiles(
  chosen.length > 0 ? chosen.flatMap(testsOf) : inOrder(found(isRenewing ? every : '**/*.test.ts')),
  {
    root,
    namePatterns,
    nodeOptions: options.filter((option) => !own.includes(option) && !option.startsWith(namePattern)),
    signal: interrupt.signal,
    write: (text) => void process.stdout.write(text),
  },
);
await stack.stop();
const isSound = tell(lost(runs)) && isGreen;
process.exitCode = compared() && isSound ? 0 : 1;
console.log(`tests ${sum(runs.map(({ tests }) => tests ?? 0))} of ${expected()}`);
process.exit();

/** Renews the counts, or tells what differs from them; whether the run may pass. */
function compared(): boolean {
  const existing = found(every).map((file) => relative(root, file));
  if (namePatterns.length > 0) return true;
  if (isRenewing) {
    renewCounts(runs, existing);
    return true;
  }
  const counts = readCounts();
  const isSame = tell([...miscounted(counts, runs), ...(isWhole ? missing(counts, existing) : [])]);
  return isSame || !(isWhole || options.includes('--counted'));
}

/** How many tests the run should have had: those that are counted, or with a pattern for names those that it met. */
function expected(): number {
  if (namePatterns.length > 0) return sum(runs.map(({ tests }) => tests ?? 0));
  const counts = readCounts();
  if (!isWhole) return sum(runs.map(({ file }) => counts[file] ?? 0));
  return sum(Object.entries(counts).map(([file, tests]) => (file.endsWith('.test.ts') ? tests : 0)));
}

/** Prints sentences; true when there are none. */
function tell(sentences: readonly string[]): boolean {
  for (const sentence of sentences) console.error(sentence);
  return sentences.length === 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

function found(pattern: string): string[] {
  const exclude = (path: string) => /(^|\/)(node_modules|dist|\.[^/]+)$/.test(path);
  return globSync(pattern, { cwd: root, exclude })
    .sort()
    .map((file) => resolve(root, file));
}

/** The file itself, or the tests below a folder. */
function testsOf(path: string): string[] {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  return isFolder ? found(join(relative(root, resolve(path)), '**/*.test.ts')) : [resolve(path)];
}

function inOrder(files: readonly string[]): string[] {
  const longest = LONGEST.flatMap((pattern) => globSync(pattern, { cwd: root }).sort());
  return [...new Set([...longest.map((file) => resolve(root, file)), ...files])];
}
