import { Temporal } from 'temporal-polyfill';

const DAY_MS = 86_400_000;

/** A date as YYYY-MM-DD, moved by whole days. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** ISO day of the week: Monday 1 to Sunday 7. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

/** The date on the calendar of a zone at an instant (epoch milliseconds). */
export function localDate(timeZone: string, instantMs: number): string {
  return Temporal.Instant.fromEpochMilliseconds(instantMs)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}

/**
 * Answers, for one date in one zone, at which instant (epoch milliseconds) a minute of the day is: undefined when
 * the clocks jump over it, the earlier of two when they go back. Days without a change cost one look-up.
 */
export function clockOf(timeZone: string, date: string): (minuteOfDay: number) => number | undefined {
  const day = Temporal.PlainDate.from(date);
  const start = day.toZonedDateTime({ timeZone, plainTime: '00:00' });
  const next = start.getTimeZoneTransition('next');
  const changes = next !== null && next.epochMilliseconds < start.epochMilliseconds + 26 * 3_600_000;
  if (!changes && start.hour === 0) return (minute) => start.epochMilliseconds + minute * 60_000;
  return (minute) => {
    const wall = day.toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 });
    const zoned = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
    return zoned.toPlainDateTime().equals(wall) ? zoned.epochMilliseconds : undefined;
  };
}

/** HH:MM of a minute of the day. */
export function clockText(minuteOfDay: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`;
}
