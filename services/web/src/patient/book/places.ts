import type { Directory } from '../api.ts';

type Place = Directory['locations'][number];

/** Where a clinic sees people, in the order of the directory. */
export function placesOf(directory: Directory, specialtyId: string): Place[] {
  const ids = new Set(
    directory.providers
      .filter(({ specialtyIds }) => specialtyIds.includes(specialtyId))
      .flatMap(({ locationIds }) => locationIds),
  );
  return directory.locations.filter(({ id }) => ids.has(id));
}

/** Whether the clocks of these places differ, as they do when some are in another country. */
export function areFarApart(places: readonly Place[]): boolean {
  return new Set(places.map(({ timeZone }) => timeZone)).size > 1;
}

/**
 * The place to suggest at first: with places far apart the first one whose clock is this device's, so that nobody
 * is offered a time in another country unasked; otherwise any, which is the empty string.
 */
export function suggestedPlace(places: readonly Place[], deviceZone: string): string {
  if (!areFarApart(places)) return '';
  return places.find(({ timeZone }) => timeZone === deviceZone)?.id ?? '';
}
