import { ServiceError } from '@healthbooker/runtime/errors';
import { Temporal } from 'temporal-polyfill';

/**
 * The instants at which a date begins and ends in a zone, RFC 3339 in UTC. A day with a change of clocks has 23 or 25
 * hours.
 */
export function dayBounds(date: string, timeZone: string): { fromAt: string; toAt: string } {
  const day = Temporal.PlainDate.from(date);
  const begin = (of: Temporal.PlainDate) => of.toZonedDateTime(timeZone).toInstant().toString();
  return { fromAt: begin(day), toAt: begin(day.add({ days: 1 })) };
}

/** Today's date in a zone. */
export function today(timeZone: string, now: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}

/** The error when a provider is not in the directory. */
export function noSuchProvider(): ServiceError {
  return new ServiceError('not-found', 'There is no such provider.');
}
