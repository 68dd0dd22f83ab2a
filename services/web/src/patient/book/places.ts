import type { Directory } from '../api.ts';

type Place = Directory['locations'][number];
type Region = Directory['regions'][number];

/** Where a clinic sees people, in the order of the directory. */
export function placesOf(directory: Directory, specialtyId: string): Place[] {
  const ids = new Set(
    directory.providers
      .filter(({ specialtyIds }) => specialtyIds.includes(specialtyId))
      .flatMap(({ locationIds }) => locationIds),
  );
  return directory.locations.filter(({ id }) => ids.has(id));
}

/** The regions in which a clinic sees people, in the order of the directory. */
export function regionsOf(directory: Directory, specialtyId: string): Region[] {
  const ids = new Set(placesOf(directory, specialtyId).map(({ regionId }) => regionId));
  return directory.regions.filter(({ id }) => ids.has(id));
}

/** Whether these places are in several regions, so that which one has to be said beside each. */
export function areFarApart(places: readonly Place[]): boolean {
  return new Set(places.map(({ regionId }) => regionId)).size > 1;
}
