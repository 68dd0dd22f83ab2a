import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Directory } from '../api.ts';
import { placesOf, suggestedPlace } from './places.ts';

const place = (id: string, timeZone: string) => ({
  id,
  timeZone,
  name: id,
  address: '',
  phone: '',
  stepFreeRoute: '',
});
const provider = (id: string, specialtyId: string, locationIds: string[]) => ({
  id,
  name: id,
  title: '',
  teamId: 'team',
  specialtyIds: [specialtyId],
  locationIds,
});
const directory: Directory = {
  specialties: [],
  visitTypes: [],
  locations: [
    place('clifton', 'Asia/Karachi'),
    place('riverside', 'Europe/London'),
    place('parkview', 'Europe/London'),
  ],
  lateCancellationHours: 24,
  providers: [
    provider('a', 'hearts', ['clifton', 'parkview']),
    provider('b', 'hearts', ['riverside']),
    provider('c', 'eyes', ['parkview', 'riverside']),
  ],
};

test('the first place in the own country is suggested when some are abroad', () => {
  const places = placesOf(directory, 'hearts');
  assert.deepEqual(
    places.map(({ id }) => id),
    ['clifton', 'riverside', 'parkview'],
  );
  assert.equal(suggestedPlace(places, 'Europe/London'), 'riverside');
  assert.equal(suggestedPlace(places, 'Asia/Karachi'), 'clifton');
});

test('any place is as good when all are near, or none is', () => {
  assert.equal(suggestedPlace(placesOf(directory, 'eyes'), 'Europe/London'), '');
  assert.equal(suggestedPlace(placesOf(directory, 'hearts'), 'America/Lima'), '');
});
