import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sinceInstant } from './since.ts';

const now = new Date('2026-12-01T12:00:00Z');
const meant = (text: string) => sinceInstant(text, now)?.toISOString();

test('minutes, hours, days and instants are understood', () => {
  assert.equal(meant('30m'), '2026-12-01T11:30:00.000Z');
  assert.equal(meant('6h'), '2026-12-01T06:00:00.000Z');
  assert.equal(meant('1d'), '2026-11-30T12:00:00.000Z');
  assert.equal(meant('2026-11-30'), '2026-11-30T00:00:00.000Z');
  assert.equal(meant('2026-12-01T11:00:00.5Z'), '2026-12-01T11:00:00.500Z');
  assert.equal(meant('2026-12-01T11:00+02:00'), '2026-12-01T09:00:00.000Z');
});

test('what is no time in the past is refused', () => {
  const bad = [
    '',
    'yesterday',
    '1',
    'd',
    '0m',
    '-1d',
    '1.5h',
    '1w',
    '1D',
    '1d ',
    '9999999m',
    'NaN',
    '2026-12-01T11:00',
    '2026-12',
    '2026-13-01',
    '2026-02-31',
    '2026-11-30T25:00Z',
    '2026-11-30 11:00Z',
    '2026-12-01T12:00:00Z',
    '2027-01-01',
    "1d'; drop table slot",
  ];
  for (const text of bad) assert.equal(sinceInstant(text, now), undefined, text);
});
