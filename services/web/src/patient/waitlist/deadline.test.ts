import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deadlineInWords } from './deadline.ts';

const now = '2026-12-01T22:30:00Z';
const london = 'Europe/London';

test('a deadline is today, tomorrow or on a day, as the clinic counts', () => {
  assert.equal(deadlineInWords('2026-12-01T23:15:00Z', london, now, london), '11:15pm today');
  assert.equal(deadlineInWords('2026-12-02T10:00:00Z', london, now, london), '10am tomorrow');
  assert.equal(deadlineInWords('2026-12-03T12:00:00Z', london, now, london), '12pm on Thursday 3 December');
  // It is Wednesday in Karachi already.
  assert.equal(deadlineInWords('2026-12-02T05:00:00Z', 'Asia/Karachi', now, 'Asia/Karachi'), '10am today');
});

test('somebody elsewhere reads their own clock too', () => {
  assert.equal(
    deadlineInWords('2026-12-02T10:00:00Z', london, now, 'Asia/Karachi'),
    '10am tomorrow (London time; 3pm where you are)',
  );
});
