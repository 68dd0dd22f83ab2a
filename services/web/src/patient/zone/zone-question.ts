/**
 * What is to be done about the zone of a device: stored where the account has none, asked about where it has another one
 * whose clocks differ within the next half year, unless the patient said no to this one.
 */
export function zoneQuestion(
  stored: string,
  device: string,
  saidNo: string,
  now = new Date(),
): 'store' | 'ask' | undefined {
  if (!device.includes('/') && device !== 'UTC') return undefined;
  if (stored === '') return 'store';
  if (stored === device || saidNo === device) return undefined;
  const half_year_ms = 183 * 86_400_000;
  const differs = [now, new Date(now.getTime() + half_year_ms)].some(
    (at) => clockIn(stored, at) !== clockIn(device, at),
  );
  return differs ? 'ask' : undefined;
}

function clockIn(zone: string, at: Date): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(
    at,
  );
}

/** A zone by its place: "New York" for America/New_York. */
export function zoneWords(zone: string): string {
  return zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
}
