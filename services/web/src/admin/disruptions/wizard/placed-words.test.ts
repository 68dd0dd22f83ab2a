import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placedWords } from './placed-words.ts';

function plan(all: number, placed: number, mostPlaceable: number, method: 'optimal' | 'greedy' = 'optimal') {
  return { moves: Array.from({ length: all }, () => ({}) as never), placed, mostPlaceable, method };
}

test('how many visits have a new time, and whether more is possible', () => {
  for (const [given, words] of [
    [plan(136, 136, 136), /^All 136 visits have a new time\. No other plan/],
    [plan(1, 1, 1), /^The visit has a new time\./],
    [plan(2, 2, 2), /^Both visits have a new time\./],
    [plan(136, 131, 131), /^131 of 136 visits have a new time; more is not possible with the free times/],
    [plan(136, 120, 131, 'greedy'), /^120 of 136 visits have a new time; 131 could have one, but no such/],
    [plan(1, 0, 0), /^0 of 1 visit has a new time; more is not possible with the free times there are\.$/],
  ] as const) {
    assert.match(placedWords(given), words);
  }
});
