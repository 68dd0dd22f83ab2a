import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { lost, miscounted, missing, renewed } from './counts.ts';
import type { FileRun } from './run-files.ts';

const header = "import { test } from 'node:test';\n";

/** Runs made-up test files as `npm test` does; the one who reads their reports is slow. */
async function runs(files: Record<string, string>): Promise<{ runs: FileRun[]; isGreen: boolean }> {
  const root = mkdtempSync(join(tmpdir(), 'healthbooker-run-files-'));
  const paths = Object.keys(files).map((name) => join(root, name));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(root, name), header + content);
  const program = `
    import { runFiles } from ${JSON.stringify(new URL('run-files.ts', import.meta.url).href)};
    const write = () => { for (const end = Date.now() + 5; Date.now() < end;); };
    const [root, paths] = ${JSON.stringify([root, paths])};
    console.log(JSON.stringify(await runFiles(paths, { root, write })));`;
  // A test process may not run test files, so this one does not know that it is in a test.
  const { NODE_TEST_CONTEXT: _context, ...env } = process.env;
  writeFileSync(join(root, 'program.mjs'), program);
  const child = spawn(process.execPath, [join(root, 'program.mjs')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [output] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  rmSync(root, { recursive: true });
  return JSON.parse(output) as { runs: FileRun[]; isGreen: boolean };
}

test('every test is counted, however slowly its report is read', async () => {
  const many = "for (let i = 0; i < 3000; i += 1) test('a long name '.repeat(30) + i, () => {});";
  const suite =
    "import { suite } from 'node:test'; suite('s', () => { test('in it', t => t.test('and in this', () => {})); });";
  const result = await runs({ 'many.test.ts': many, 'suite.test.ts': suite });
  assert.deepEqual(result.runs, [
    { file: 'many.test.ts', tests: 3000, reported: 3000, skipped: 0 },
    { file: 'suite.test.ts', tests: 2, reported: 2, skipped: 0 },
  ]);
  assert.deepEqual(lost(result.runs), []);
  assert.equal(result.isGreen, true);
});

test('a process that ends before its last test is named', async () => {
  const first = "test('first', () => {});";
  const result = await runs({
    'killed.test.ts': `${first} test('killed', () => process.kill(process.pid, 'SIGKILL'));`,
    'left.test.ts': `${first} test('left', () => process.exit(0)); test('last', () => {});`,
    'broken.test.ts': "throw new Error('cannot be loaded');",
    'skipped.test.ts': `${first} test.skip('skipped', () => {}); test.todo('to do');`,
  });
  assert.deepEqual(lost(result.runs), [
    'killed.test.ts ended before it had told how many tests it ran.',
    'left.test.ts ended before it had told how many tests it ran.',
    'broken.test.ts ended before it had told how many tests it ran.',
    'skipped.test.ts skipped 2 tests: a test runs wherever the others do, or is removed.',
  ]);
  assert.equal(result.isGreen, false);
});

test('a file with another number than is counted, or without one, is named with the command that counts it', () => {
  const run = (file: string, tests: number): FileRun => ({ file, tests, reported: tests, skipped: 0 });
  const counts = { 'a.test.ts': 3, 'b.test.ts': 2, 'gone.test.ts': 1 };
  assert.deepEqual(miscounted(counts, [run('a.test.ts', 2), run('b.test.ts', 2), run('new.test.ts', 1)]), [
    'a.test.ts ran 2 tests and has 3: if that is right, renew it with "npm run test:count -- a.test.ts".',
    'new.test.ts is not in counts.json: count its tests with "npm run test:count -- new.test.ts".',
  ]);
  const [sentence] = missing(counts, ['a.test.ts', 'b.test.ts']);
  assert.match(sentence ?? '', /^gone\.test\.ts is counted but not there: .* "npm run test:count"\.$/);
  const ended: FileRun = { file: 'b.test.ts', tests: undefined, reported: 0, skipped: 0 };
  const after = renewed(
    counts,
    [run('new.test.ts', 1), run('a.test.ts', 4), ended],
    ['new.test.ts', 'a.test.ts', 'b.test.ts'],
  );
  assert.deepEqual(Object.entries(after), [
    ['a.test.ts', 4],
    ['b.test.ts', 2],
    ['new.test.ts', 1],
  ]);
});
