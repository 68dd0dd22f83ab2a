import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayBounds, today } from './day.ts';

test('a day has the length its zone gives it', () => {
  for (const [date, zone, fromAt, toAt] of [
    ['2026-12-03', 'Europe/London', '2026-12-03T00:00:00Z', '2026-12-04T00:00:00Z'],
    ['2027-03-28', 'Europe/London', '2027-03-28T00:00:00Z', '2027-03-28T23:00:00Z'],
    ['2026-10-25', 'Europe/London', '2026-10-24T23:00:00Z', '2026-10-26T00:00:00Z'],
    ['2026-12-03', 'Asia/Karachi', '2026-12-02T19:00:00Z', '2026-12-03T19:00:00Z'],
    // Midnight does not exist on this day: it begins at one.
    ['2026-04-24', 'Africa/Cairo', '2026-04-23T22:00:00Z', '2026-04-24T21:00:00Z'],
  ] as const) {
    assert.deepEqual(dayBounds(date, zone), { fromAt, toAt }, `${date} ${zone}`);
  }
});

test('today is the date on the wall of the clinic', () => {
  const late = new Date('2026-12-03T23:30:00Z');
  assert.equal(today('Europe/London', late), '2026-12-03');
  assert.equal(today('Asia/Karachi', late), '2026-12-04');
  assert.equal(today('America/New_York', late), '2026-12-03');
});
