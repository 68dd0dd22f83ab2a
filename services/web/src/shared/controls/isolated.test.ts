import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isolated } from './isolated.ts';

test('text from right to left turns nothing around it; other text stays as it is typed', () => {
  assert.equal(isolated('عبدالرحمن 7'), '\u2068عبدالرحمن 7\u2069');
  assert.equal(isolated('Dr ליאורה'), '\u2068Dr ליאורה\u2069');
  assert.equal(isolated('Zoë Bücher'), 'Zoë Bücher');
  assert.equal(isolated('தமிழ்ச்செல்வன்'), 'தமிழ்ச்செல்வன்');
});
