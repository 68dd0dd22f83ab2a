import { Temporal } from 'temporal-polyfill';

const DAY_MS = 86_400_000;

/** A date as YYYY-MM-DD, moved by whole days. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The day before today's date in UTC: in every time zone it is over, or will be within hours. */
export function yesterdayOf(now: Date): string {
  return addDays(now.toISOString().slice(0, 10), -1);
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

/** HH:MM on the clock of a zone at an instant (epoch milliseconds). */
export function localTime(timeZone: string, instantMs: number): string {
  return Temporal.Instant.fromEpochMilliseconds(instantMs)
    .toZonedDateTimeISO(timeZone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });
}

/** Converts minutes of one day to instants (epoch milliseconds); minutes from 1440 on are on the next day. */
export type Clock = {
  /** The instant of a minute: undefined when the clocks jump over it, the earlier of two when they go back. */
  at(minuteOfDay: number): number | undefined;
  /** The instant at which a period ends: a minute that the clocks jump over counts on from the jump (02:30 is 03:30). */
  until(minuteOfDay: number): number;
};

/** The clock of one date in one zone. Days without a change cost one look-up. Throws RangeError for an unknown zone. */
export function clockOf(timeZone: string, date: string): Clock {
  const day = Temporal.PlainDate.from(date);
  const start = day.toZonedDateTime({ timeZone, plainTime: '00:00' });
  const next = start.getTimeZoneTransition('next');
  // Two days, as sessions may end on the second of them.
  const changes = next !== null && next.epochMilliseconds < start.epochMilliseconds + 50 * 3_600_000;
  if (!changes && start.hour === 0) {
    const at = (minute: number) => start.epochMilliseconds + minute * 60_000;
    return { at, until: at };
  }
  const wallAt = (minute: number) => day.toPlainDateTime().add({ minutes: minute });
  return {
    at(minute) {
      const zoned = wallAt(minute).toZonedDateTime(timeZone, { disambiguation: 'earlier' });
      return zoned.toPlainDateTime().equals(wallAt(minute)) ? zoned.epochMilliseconds : undefined;
    },
    until: (minute) =>
      wallAt(minute).toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds,
  };
}

/** Whether there is a time zone of this name. */
export function isTimeZone(timeZone: string): boolean {
  try {
    Temporal.Now.zonedDateTimeISO(timeZone);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** HH:MM of a minute of the day; minutes from 1440 on are on the next day. */
export function clockText(minuteOfDay: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minuteOfDay / 60) % 24)}:${two(minuteOfDay % 60)}`;
}

/** Minutes since midnight of a wall-clock time like 09:15. */
export function minuteOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}
