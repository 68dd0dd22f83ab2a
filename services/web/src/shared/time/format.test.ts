import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addDays,
  ageOn,
  clock,
  dateFromParts,
  deviceNote,
  duration,
  readStaffDate,
  staffDate,
  staffTime,
  visitTime,
  zoneName,
} from './format.ts';

test('a visit is written in the clinic’s zone', () => {
  assert.equal(
    visitTime('2026-12-03T14:15:00Z', 'Europe/London', 'Europe/London'),
    'Thursday 3 December 2026, 2:15pm',
  );
});

test('a device elsewhere adds what its clock shows, over the change to summer time', () => {
  assert.equal(
    visitTime('2027-03-29T13:15:00Z', 'Europe/London', 'Asia/Karachi'),
    'Monday 29 March 2027, 2:15pm (London time; 6:15pm where you are)',
  );
});

test('another day on the device is named', () => {
  assert.equal(
    deviceNote('2026-12-03T14:15:00Z', 'Europe/London', 'Pacific/Auckland'),
    'London time; 3:15am on Friday 4 December where you are',
  );
});

test('zones with the same clock need no note', () => {
  assert.equal(deviceNote('2026-12-03T14:15:00Z', 'Europe/London', 'Europe/Lisbon'), undefined);
});

test('full hours, noon and midnight', () => {
  assert.equal(clock('2026-12-03T09:00:00Z', 'UTC'), '9am');
  assert.equal(clock('2026-12-03T12:00:00Z', 'UTC'), '12pm');
  assert.equal(clock('2026-12-03T00:05:00Z', 'UTC'), '12:05am');
});

test('staff read dates that cannot be taken for others', () => {
  assert.equal(staffTime('2026-12-03T14:15:00Z', 'Europe/London'), '03-Dec-2026 14:15');
  assert.equal(staffDate(''), '');
});

test('lengths are words', () => {
  assert.deepEqual(
    [30, 60, 90, 1, 121, 0].map((minutes) => duration(minutes)),
    ['30 minutes', '1 hour', '1 hour 30 minutes', '1 minute', '2 hours 1 minute', '0 minutes'],
  );
});

test('ages count birthdays', () => {
  assert.equal(ageOn('1980-12-04', '2026-12-03'), 45);
  assert.equal(ageOn('1980-12-03', '2026-12-03'), 46);
  assert.equal(ageOn('', '2026-12-03'), undefined);
});

test('typed dates are real days or nothing', () => {
  assert.equal(dateFromParts({ day: '3', month: '02', year: '1980' }), '1980-02-03');
  assert.equal(dateFromParts({ day: '30', month: '2', year: '1980' }), undefined);
  assert.equal(dateFromParts({ day: '', month: '2', year: '1980' }), undefined);
  assert.equal(dateFromParts({ day: '3', month: '2', year: '80' }), undefined);
});

test('zones are named by their city, days are counted over month ends', () => {
  assert.equal(zoneName('America/New_York'), 'New York time');
  assert.equal(addDays('2026-12-31', 1), '2027-01-01');
});

test('staff type dates as they are used to', () => {
  for (const text of [
    '03-Dec-2026',
    '3 dec 26',
    '3 December 2026',
    '3/12/2026',
    '3.12.2026',
    '2026-12-03',
    ' 03-dec-2026 ',
  ]) {
    assert.equal(readStaffDate(text), '2026-12-03', text);
  }
  for (const text of ['', '3 dec', '31-Feb-2026', 'dec 3 2026', '3 foo 2026', '2026', '3-12-2026-1']) {
    assert.equal(readStaffDate(text), undefined, text);
  }
});
