import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { applied } from './copy.ts';
import { mutants } from './list.ts';

const read = (file: string) => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');

test('what each mutant takes away is there, once', () => {
  for (const { name, edits } of mutants) {
    for (const one of edits) {
      const content = read(one.file);
      assert.doesNotThrow(() => applied(one, content), name);
      assert.notEqual(applied(one, content), content, name);
    }
  }
});

test('each mutant has a name of its own', () => {
  const names = mutants.map(({ name }) => name);
  assert.deepEqual(
    names.filter((name, place) => names.indexOf(name) !== place),
    [],
  );
});

test('a text that is not there, or is there twice, is refused', () => {
  const one = { file: 'a.ts', text: 'x', with: '' };
  assert.throws(() => applied(one, 'y'), /"x" occurs 0 times in a\.ts/);
  assert.throws(() => applied(one, 'xyx'), /"x" occurs 2 times in a\.ts/);
  assert.equal(applied({ ...one, with: '$&' }, 'axb'), 'a$&b');
});
