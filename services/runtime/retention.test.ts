import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseRetention, readRetention } from './retention.ts';

test('the numbers of the catalogue are long enough for what depends on them', () => {
  assert.deepEqual(parseRetention(readRetention()), readRetention());
});

test('a number that is too short, missing, no number or unknown is refused by name', () => {
  const numbers = readRetention();
  for (const name of Object.keys(numbers) as (keyof typeof numbers)[]) {
    for (const value of [0, -1, 1.5, '35', null, undefined]) {
      assert.throws(
        () => parseRetention({ ...numbers, [name]: value }),
        new RegExp(name),
        `${name}: ${value}`,
      );
    }
  }
  for (const name of ['outbox_sent_days', 'hold_days', 'slot_days', 'decision_days'] as const) {
    assert.throws(() => parseRetention({ ...numbers, [name]: 34 }), new RegExp(name));
    assert.equal(parseRetention({ ...numbers, [name]: 35 })[name], 35);
  }
  assert.throws(() => parseRetention({ ...numbers, holds_days: 40 }), /holds_days/);
  assert.throws(() => parseRetention(undefined), /services\/catalogue.json/);
});
