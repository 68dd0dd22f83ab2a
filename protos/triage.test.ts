import assert from 'node:assert/strict';
import { test } from 'node:test';
import { triage } from './triage.ts';

test('answers become an urgency', () => {
  const no = { emergencySigns: false, gettingWorse: false, limitsDailyLife: false, longStanding: false };
  assert.equal(triage({ ...no, emergencySigns: true }), 'emergency');
  assert.equal(triage({ ...no, gettingWorse: true, limitsDailyLife: true }), 'urgent');
  assert.equal(triage({ ...no, gettingWorse: true }), 'soon');
  assert.equal(triage({ ...no, limitsDailyLife: true }), 'soon');
  assert.equal(triage({ ...no, limitsDailyLife: true, longStanding: true }), 'routine');
  assert.equal(triage(no), 'routine');
});
