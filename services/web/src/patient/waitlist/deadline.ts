import { addDays, clock, day, deviceNote, deviceZone, localDate } from '../../shared/time/format.ts';

/**
 * Until when an offer can be answered, in words of the clinic's day: `2:15pm today`, `10am tomorrow`, else with the
 * day. The note of another zone is added where it applies.
 */
export function deadlineInWords(
  expiresAt: string,
  zone: string,
  now: string,
  device: string = deviceZone(),
): string {
  const [date, today] = [localDate(expiresAt, zone), localDate(now, zone)];
  const when =
    date === today
      ? 'today'
      : date === addDays(today, 1)
        ? 'tomorrow'
        : `on ${day(expiresAt, zone, { year: false })}`;
  const note = deviceNote(expiresAt, zone, device);
  return `${clock(expiresAt, zone)} ${when}${note ? ` (${note})` : ''}`;
}
