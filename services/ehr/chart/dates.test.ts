import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  areRecent,
  doubtsOfDate,
  doubtsOfInstant,
  doubtsOfOrder,
  firstDay,
  isPartialDate,
  lastDay,
} from './dates.ts';

const now = new Date('2026-05-02T12:00:00Z');
const life = { now, birthDate: '1980-05-17' };

test('a day, a month or a year is a date, and nothing else', () => {
  for (const date of ['2026', '2026-05', '2026-05-02', '2024-02-29', '0001'])
    assert.ok(isPartialDate(date), date);
  for (const date of [
    '',
    '26',
    '2026-5',
    '2026-13',
    '2026-00',
    '2025-02-29',
    '2026-05-32',
    '2026-05-00',
    '0000',
    '02-05-2026',
    '2026-05-02T10:00:00Z',
    ' 2026',
    '2026-',
    'last summer',
    '٢٠٢٦',
  ]) {
    assert.ok(!isPartialDate(date), date);
  }
});

test('a date in part lasts from its first to its last day', () => {
  const anyDay = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(anyDay, fc.constantFrom(4, 7, 10), (at, length) => {
      const day = at.toISOString().slice(0, 10);
      const date = day.slice(0, length);
      assert.ok(isPartialDate(date));
      assert.ok(firstDay(date) <= day && day <= lastDay(date), date);
      assert.ok(lastDay(date).startsWith(date) && firstDay(date).startsWith(date));
      const after = new Date(Date.parse(`${lastDay(date)}T00:00:00Z`) + 864e5).toISOString();
      assert.ok(!after.startsWith(date));
    }),
  );
});

test('what may have been after the birth and before today is possible', () => {
  const possible = ['', '1980', '1980-05', '1980-05-17', '2026', '2026-05', '2026-05-02', '2026-05-03'];
  for (const date of possible) assert.deepEqual(doubtsOfDate(date, 'f', life), [], date);
  for (const date of ['1979', '1980-04', '1980-05-16', '2027', '2026-06', '2026-05-04']) {
    assert.equal(doubtsOfDate(date, 'f', life).length, 1, date);
  }
  // Without a birth date nobody is older than the oldest person was.
  const unknown = { now, birthDate: '' };
  assert.deepEqual(doubtsOfDate('1896', 'f', unknown), []);
  assert.equal(doubtsOfDate('1895', 'f', unknown).length, 1);
});

test('a medicine may begin a while ahead, an instant may not', () => {
  assert.deepEqual(doubtsOfDate('2026-06', 'f', life, 366), []);
  assert.equal(doubtsOfDate('2028', 'f', life, 366).length, 1);
  assert.deepEqual(doubtsOfInstant('2026-05-02T12:04:00Z', 'f', life), []);
  assert.equal(doubtsOfInstant('2026-05-02T12:06:00Z', 'f', life).length, 1);
  // The day of the birth has begun in the zones ahead of UTC.
  assert.deepEqual(doubtsOfInstant('1980-05-16T19:00:00Z', 'f', life), []);
  assert.equal(doubtsOfInstant('1980-05-16T09:00:00Z', 'f', life).length, 1);
});

test('an end in the same month or year as the beginning may be after it', () => {
  assert.deepEqual(doubtsOfOrder(['2020-06', 'the onset'], ['2020', 'f']), []);
  assert.deepEqual(doubtsOfOrder(['2020', 'the onset'], ['2020-01-01', 'f']), []);
  assert.deepEqual(doubtsOfOrder(['', 'the onset'], ['2020', 'f']), []);
  assert.equal(doubtsOfOrder(['2020-06', 'the onset'], ['2020-05-31', 'f']).length, 1);
});

test('what happened in the last two days needs no birth date', () => {
  assert.ok(areRecent(['2026-05-02T11:00:00Z', '2026-05-01'], now));
  for (const date of ['2026-04-29', '2026-04', '2026', '2026-04-29T23:00:00Z'])
    assert.ok(!areRecent([date], now));
});
