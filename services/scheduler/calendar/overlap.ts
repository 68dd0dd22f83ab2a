import { ServiceError } from '@healthbooker/runtime/errors';
import { addDays, clockOf, minuteOf, weekdayOf } from '../directory/local-time.ts';
import { lengthOf } from './session-request.ts';

/** When a session takes place. */
export type Times = {
  id: string;
  time_zone: string;
  weekday: number;
  starts: string;
  ends: string;
  first_date: string;
  last_date: string | null;
};

/** Weeks compared: a year holds every change of the clocks of two zones. */
const WEEKS = 54;

/**
 * Refuses a session during which its provider has another one: conflict (details.sessionId and what it says). It
 * compares the weeks from `today` on in which both take place.
 */
export function refuseOverlap(session: Times, others: readonly Times[], today: string): void {
  for (const other of others) {
    if (other.id === session.id) continue;
    const date = firstOverlap(session, other, today);
    if (date === undefined) continue;
    throw new ServiceError(
      'conflict',
      `The provider has another session then: ${other.starts.slice(0, 5)} to ${other.ends.slice(0, 5)}, first on ${date}.`,
      { details: { reason: 'overlap', sessionId: other.id, date } },
    );
  }
}

function firstOverlap(one: Times, other: Times, today: string): string | undefined {
  const from = [one.first_date, other.first_date, today].reduce((a, b) => (a > b ? a : b));
  // Sessions go on after midnight, and the same instant may have another date in another zone.
  const earliest = addDays(from, -2);
  const theirs = occurrences(other, earliest);
  return occurrences(one, earliest).find((mine) =>
    theirs.some(({ fromMs, toMs }) => fromMs < mine.toMs && toMs > mine.fromMs),
  )?.date;
}

function occurrences(times: Times, earliest: string): { date: string; fromMs: number; toMs: number }[] {
  const found: { date: string; fromMs: number; toMs: number }[] = [];
  const ahead = (times.weekday - weekdayOf(earliest) + 7) % 7;
  const starts = minuteOf(times.starts);
  for (let week = 0, date = addDays(earliest, ahead); week < WEEKS; week += 1, date = addDays(date, 7)) {
    if (date < times.first_date || (times.last_date !== null && date > times.last_date)) continue;
    const clock = clockOf(times.time_zone, date);
    found.push({ date, fromMs: clock.until(starts), toMs: clock.until(starts + lengthOf(times)) });
  }
  return found;
}
