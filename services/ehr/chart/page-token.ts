import { ServiceError } from '@healthbooker/runtime/errors';

/** Where a page of a chart ended: behind which entry, in which version of the chart. */
export type Place = { chartVersion: number; weight: number; position: number };

const greatest = 2_147_483_647;

/** The token of a place; it tells nothing of a chart but how often it was written to. */
export function toPageToken({ chartVersion, weight, position }: Place): string {
  return `${chartVersion}.${weight}.${position}`;
}

/**
 * Where to begin: behind the place of a token, or, without one, at the front of the chart as it is.
 * @throws ServiceError invalid for what is no token, or one of a version that this chart never had
 */
export function placeOf(token: string, newestVersion: number): Place {
  if (token === '') return { chartVersion: newestVersion, weight: greatest, position: greatest };
  const [, chartVersion, weight, position] = /^(\d{1,9})\.(\d)\.(\d{1,9})$/.exec(token) ?? [];
  const place = { chartVersion: Number(chartVersion), weight: Number(weight), position: Number(position) };
  if (place.chartVersion <= newestVersion) return place;
  throw noPageToken();
}

/** The version before which a page of an entry's history begins. @throws ServiceError invalid */
export function versionBefore(token: string): number {
  if (token === '') return greatest;
  if (/^[1-9]\d{0,8}$/.test(token)) return Number(token);
  throw noPageToken();
}

function noPageToken(): ServiceError {
  return new ServiceError('invalid', 'The page token is not one of ours.', {
    fields: [{ field: 'pageToken', message: 'is not a page token' }],
  });
}
