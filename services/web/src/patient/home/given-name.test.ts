import assert from 'node:assert/strict';
import { test } from 'node:test';
import { givenName } from './given-name.ts';

test('a greeting leaves titles out', () => {
  assert.equal(givenName('Dr Thomas Whitfield'), 'Thomas');
  assert.equal(givenName('Prof. Dr. Ada Cole'), 'Ada');
  assert.equal(givenName('Laura Bennington'), 'Laura');
  assert.equal(givenName('Drusilla Marsh'), 'Drusilla');
  assert.equal(givenName('Sir'), 'Sir');
});
