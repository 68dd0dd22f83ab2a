import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readMix } from './mix.ts';

const known = ['search', 'book', 'record'];

test('each journey is drawn as often as its share says', () => {
  const mix = readMix('search=60, book=30,record=10', known);
  const drawn = Array.from({ length: 1000 }, (_, index) => mix.pick(index / 1000));
  for (const [name, times] of [
    ['search', 600],
    ['book', 300],
    ['record', 100],
  ] as const) {
    assert.equal(drawn.filter((each) => each === name).length, times, name);
  }
  assert.equal(readMix('search=0,book=1', known).pick(0), 'book');
});

test('what is no mix is refused in one sentence', () => {
  for (const text of ['', 'search', 'search=-1', 'dance=1', 'search=0', 'search=1;book=2', 'search=NaN']) {
    assert.throws(() => readMix(text, known), /HB_MIX must give shares to search, book, record, like/, text);
  }
});
