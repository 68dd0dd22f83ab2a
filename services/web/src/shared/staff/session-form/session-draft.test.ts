import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyDraft, readDraft, readTime } from './session-draft.ts';

const filled = {
  ...emptyDraft({ providerId: 'p', repeats: 'weekly' as const, firstDate: '2026-12-03' }),
  locationId: 'north',
  visitTypeId: 'first',
};

test('a weekly session goes on until further notice', () => {
  const { rules } = readDraft({ ...filled, weekday: '4', starts: '9', ends: '12.30' });
  assert.deepEqual(
    [rules?.weekday, rules?.starts, rules?.ends, rules?.lastDate, rules?.carveOut],
    [4, '09:00', '12:30', null, null],
  );
});

test('an extra clinic takes place on one date, whatever weekday was chosen before', () => {
  const { rules } = readDraft({ ...filled, repeats: 'once', weekday: '1', lastDate: '2027-01-01' });
  assert.deepEqual([rules?.weekday, rules?.firstDate, rules?.lastDate], [4, '2026-12-03', '2026-12-03']);
});

test('what is kept is a share, until so many hours before', () => {
  const { rules } = readDraft({ ...filled, keeps: 'urgent', percent: '25', releaseHours: '1.5' });
  assert.deepEqual(rules?.carveOut, { urgency: 'urgent', percent: 25, releaseBeforeMinutes: 90 });
});

test('everything that is wrong is named at once, by its field', () => {
  const { errors } = readDraft({
    ...filled,
    locationId: '',
    firstDate: '',
    starts: '25',
    ends: 'noon',
    seats: '0',
    keeps: 'soon' as const,
    percent: '120',
    releaseHours: 'x',
  });
  assert.deepEqual(
    errors?.map(({ field }) => field),
    ['locationId', 'firstDate', 'starts', 'ends', 'seats', 'percent', 'releaseHours'],
  );
});

test('times of day as people type them', () => {
  for (const [text, time] of [
    ['9', '09:00'],
    ['0905', '09:05'],
    ['9:05', '09:05'],
    ['23.59', '23:59'],
    ['24', undefined],
    ['9:60', undefined],
    ['', undefined],
    ['9am', undefined],
  ] as const) {
    assert.equal(readTime(text), time, text);
  }
});
