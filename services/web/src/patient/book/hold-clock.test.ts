import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holdState, untilNextState } from './hold-clock.ts';

const expiresAt = '2026-12-03T10:10:00Z';
const at = (time: string) => Date.parse(`2026-12-03T${time}Z`);

test('a hold warns in its last two minutes and then ends', () => {
  assert.equal(holdState(expiresAt, at('10:07:59')), 'kept');
  assert.equal(holdState(expiresAt, at('10:08:00')), 'ending');
  assert.equal(holdState(expiresAt, at('10:09:59')), 'ending');
  assert.equal(holdState(expiresAt, at('10:10:00')), 'expired');
});

test('the clock wakes at the warning and at the end', () => {
  assert.equal(untilNextState(expiresAt, at('10:00:00')), 8 * 60_000);
  assert.equal(untilNextState(expiresAt, at('10:09:00')), 60_000);
  assert.equal(untilNextState(expiresAt, at('10:11:00')), undefined);
});
