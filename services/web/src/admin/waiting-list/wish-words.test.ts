import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wishWords } from './wish-words.ts';

const none = {
  providerId: null,
  locationId: null,
  mode: null,
  timesOfDay: [],
  daysOfWeek: [],
  earliestDate: '',
  latestDate: '',
};

test('who has no wishes takes any time', () => {
  assert.equal(wishWords(none, undefined), 'Any time');
});

test('wishes are said in one line', () => {
  const directory = {
    specialties: [],
    visitTypes: [],
    locations: [
      {
        id: 'n',
        name: 'North Clinic',
        address: '',
        timeZone: '',
        phone: '',
        stepFreeRoute: '',
        regionId: '',
      },
    ],
    regions: [],
    lateCancellationHours: 24,
    providers: [{ id: 'p', name: 'Dr Shah', title: '', teamId: '', specialtyIds: [], locationIds: [] }],
  };
  const wishes = {
    ...none,
    providerId: 'p',
    locationId: 'n',
    daysOfWeek: [1, 4],
    timesOfDay: ['morning' as const],
    earliestDate: '2026-12-03',
  };
  assert.equal(
    wishWords(wishes, directory),
    'With Dr Shah, at North Clinic, Mondays or Thursdays, mornings, from 03-Dec-2026',
  );
});
