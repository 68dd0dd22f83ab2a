import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Directory } from '../api.ts';
import { areFarApart, placesOf, regionsOf } from './places.ts';

const place = (id: string, regionId: string) => ({
  id,
  regionId,
  timeZone: 'UTC',
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
  lateCancellationHours: 24,
  regions: [
    { id: 'karachi', name: 'Karachi' },
    { id: 'leeds', name: 'Leeds' },
    { id: 'london', name: 'London' },
  ],
  locations: [place('clifton', 'karachi'), place('riverside', 'london'), place('parkview', 'london')],
  providers: [
    provider('a', 'hearts', ['clifton', 'parkview']),
    provider('b', 'hearts', ['riverside']),
    provider('c', 'eyes', ['parkview', 'riverside']),
  ],
};
const ids = (things: { id: string }[]) => things.map(({ id }) => id);

test('a clinic is where its clinicians are, in the regions of those places', () => {
  assert.deepEqual(ids(placesOf(directory, 'hearts')), ['clifton', 'riverside', 'parkview']);
  assert.deepEqual(ids(regionsOf(directory, 'hearts')), ['karachi', 'london']);
  assert.deepEqual(ids(regionsOf(directory, 'eyes')), ['london']);
  assert.deepEqual(regionsOf(directory, 'ears'), []);
});

test('places are far apart when they are in several regions', () => {
  assert.ok(areFarApart(placesOf(directory, 'hearts')));
  assert.ok(!areFarApart(placesOf(directory, 'eyes')));
});
