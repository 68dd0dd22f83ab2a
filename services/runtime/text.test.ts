import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isVisible } from './text.ts';

test('a text that shows nothing is told from one that does', () => {
  // Spaces, zero width, soft hyphen, Hangul filler, accents without a letter, direction marks, variation selector.
  const nothing = [
    '',
    ' \n\t',
    '\u00a0',
    '\u200b',
    '\u00ad',
    '\u3164',
    '\u0301',
    '\u202e\u202c',
    '\ufe0f',
    '\u2060 \u200d',
  ];
  for (const text of nothing) assert.equal(isVisible(text), false, JSON.stringify(text));
  for (const text of ['a', '0', '?', '👍', 'ع', 'த', '中', ' \u200bx', '²', '+']) {
    assert.equal(isVisible(text), true, text);
  }
});
