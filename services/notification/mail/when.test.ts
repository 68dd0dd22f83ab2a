import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visitDate, visitTime } from './when.ts';

test('a visit is told in the clinic zone', () => {
  assert.equal(visitTime('2026-12-03T14:15:00Z', 'Europe/London'), 'Thursday 3 December 2026, 2:15pm');
  assert.equal(visitDate('2026-12-03T14:15:00Z', 'Europe/London'), 'Thursday 3 December 2026');
});

test('London slot, patient in Karachi: before and after the clocks change', () => {
  const zones = ['Europe/London', 'Asia/Karachi'] as const;
  assert.equal(
    visitTime('2026-12-03T14:15:00Z', ...zones),
    'Thursday 3 December 2026, 2:15pm (London time; 7:15pm where you are)',
  );
  assert.equal(
    visitTime('2027-03-29T13:15:00Z', ...zones),
    'Monday 29 March 2027, 2:15pm (London time; 6:15pm where you are)',
  );
});

test('another day there is named', () => {
  assert.equal(
    visitTime('2026-12-03T20:30:00Z', 'Europe/London', 'Asia/Karachi'),
    'Thursday 3 December 2026, 8:30pm (London time; 1:30am on Friday 4 December where you are)',
  );
  assert.equal(
    visitTime('2026-12-03T14:15:00Z', 'America/New_York', 'Pacific/Auckland'),
    'Thursday 3 December 2026, 9:15am (New York time; 3:15am on Friday 4 December where you are)',
  );
});

test('a zone whose clocks agree at that time adds nothing', () => {
  assert.equal(
    visitTime('2026-12-03T14:15:00Z', 'Europe/London', 'Europe/Lisbon'),
    'Thursday 3 December 2026, 2:15pm',
  );
});

test('midnight and noon read as clocks show them, an unknown zone counts as the clinic', () => {
  assert.equal(visitTime('2026-12-03T00:05:00Z', 'UTC', 'Mars/Base'), 'Thursday 3 December 2026, 12:05am');
  assert.equal(visitTime('2026-12-03T12:00:00Z', 'UTC', ''), 'Thursday 3 December 2026, 12pm');
});
