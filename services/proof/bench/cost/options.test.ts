import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { operationNames } from './operations.ts';
import { makeRoom, Refusal, readOptions } from './options.ts';

const folder = mkdtempSync(join(tmpdir(), 'cost-options-'));
after(() => rmSync(folder, { recursive: true }));

test('without options everything is measured and nothing is written', () => {
  assert.deepEqual(readOptions([]), {
    json: undefined,
    markdown: false,
    quick: false,
    operations: operationNames,
  });
});

test('an operation brings along what it goes on with, in the order of running', () => {
  assert.deepEqual(readOptions(['--only', 'cancel,page']).operations, ['page', 'hold', 'book', 'cancel']);
  assert.deepEqual(readOptions(['--only=clinic day']).operations, ['clinic day']);
});

for (const [args, words] of [
  [['--rate', '5'], /Unknown option '--rate'/],
  [['now'], /Unexpected argument 'now'/],
  [['--json'], /'--json/],
  [['--json='], /name of a file/],
  [['--only', 'bok'], /"bok"; there are page, directory/],
  [['--only='], /no operation ""/],
  [['--quick=yes'], /'--quick' does not take an argument/],
] as const) {
  test(`${args.join(' ')} is refused in one sentence`, () => {
    assert.throws(
      () => readOptions(args),
      (error: Error) => {
        assert.ok(error instanceof Refusal);
        assert.match(error.message, words);
        assert.match(error.message, /^[^\n]+\.$/);
        return true;
      },
    );
  });
}

test('results replace what was there, as a whole and only when they are there', () => {
  const file = join(folder, 'results.json');
  writeFileSync(file, 'before');
  const results = makeRoom(file);
  assert.equal(readFileSync(file, 'utf8'), 'before');
  results.write([{ operation: 'page' }]);
  assert.deepEqual(JSON.parse(readFileSync(file, 'utf8')), [{ operation: 'page' }]);
  assert.deepEqual(readdirSync(folder), ['results.json']);
});

test('results that never come leave what was there', () => {
  const file = join(folder, 'results.json');
  const before = readFileSync(file, 'utf8');
  makeRoom(file).abandon();
  assert.equal(readFileSync(file, 'utf8'), before);
  assert.deepEqual(readdirSync(folder), ['results.json']);
});

test('a place for results that is none is refused before anything is measured', () => {
  mkdirSync(join(folder, 'folder'));
  for (const file of [join(folder, 'folder'), join(folder, 'absent', 'x.json'), '/dev/full']) {
    assert.throws(() => makeRoom(file), Refusal);
  }
});
