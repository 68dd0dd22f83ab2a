import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cancellingWords, isLateToCancel } from './cancelling.ts';

test('what is late and what is said of it follow the same hours', () => {
  const start = '2026-12-03T14:15:00Z';
  assert.equal(isLateToCancel('2026-12-02T14:15:00Z', start, 24), false);
  assert.equal(isLateToCancel('2026-12-02T14:15:01Z', start, 24), true);
  assert.equal(isLateToCancel('2026-12-01T14:15:01Z', start, 48), true);
  assert.equal(isLateToCancel('2026-12-03T14:14:00Z', start, 0), false);
  assert.match(cancellingWords(48), /Less than 48 hours before it is a late cancellation/);
  assert.match(cancellingWords(1), /Less than an hour before/);
  assert.doesNotMatch(cancellingWords(0), /late/);
});
