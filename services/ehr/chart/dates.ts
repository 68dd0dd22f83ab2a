import type { FieldError } from '@healthbooker/runtime/errors';

/**
 * Dates of a chart: a day, a month or a year alone. A month or a year stands for all its days, so it is refused only
 * when none of them is possible.
 */

const day_ms = 864e5;
/** Nobody is older: the oldest person known lived 122 years. */
const oldest_years = 130;
/** The zone that is furthest ahead has its next day this much earlier than UTC; the last one as much later. */
const furthest_zone_ms = 14 * 3_600_000;
/** Clocks of devices differ from ours. */
const clock_skew_ms = 5 * 60_000;

export type Life = {
  now: Date;
  /** YYYY-MM-DD; empty when it is not known. */
  birthDate: string;
};

/** Whether a text is YYYY, YYYY-MM or YYYY-MM-DD and names a day, a month or a year that there is. */
export function isPartialDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!match || match[1] === '0000') return false;
  const first = firstDay(text);
  const parsed = new Date(`${first}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === first;
}

/** The first day of a date in part. */
export function firstDay(date: string): string {
  return `${date}-01-01`.slice(0, 10);
}

/** The last day of a date in part. */
export function lastDay(date: string): string {
  if (date.length === 10) return date;
  if (date.length === 4) return `${date}-12-31`;
  const [year, month] = date.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, month ?? 1, 0)).toISOString().slice(0, 10);
}

/**
 * What is wrong with a date: it lies in the future, before the birth, or before anybody alive was born.
 * @param ahead_days how far into the future it may lie
 */
export function doubtsOfDate(
  date: string,
  field: string,
  { now, birthDate }: Life,
  ahead_days = 0,
): FieldError[] {
  if (date === '') return [];
  const newest = dayOf(now.getTime() + furthest_zone_ms + ahead_days * day_ms);
  if (firstDay(date) > newest) {
    const message = ahead_days > 0 ? `must be at most ${ahead_days} days ahead` : 'must not be in the future';
    return [{ field, message }];
  }
  return doubtsOfPast(lastDay(date), field, { now, birthDate });
}

/** The same for an instant. */
export function doubtsOfInstant(instant: string, field: string, { now, birthDate }: Life): FieldError[] {
  const at = Date.parse(instant);
  if (at > now.getTime() + clock_skew_ms) return [{ field, message: 'must not be in the future' }];
  return doubtsOfPast(dayOf(at + furthest_zone_ms), field, { now, birthDate });
}

/** That something did not end before it began. */
export function doubtsOfOrder(
  [from, fromName]: readonly [string, string],
  [to, field]: readonly [string, string],
): FieldError[] {
  if (from === '' || to === '' || lastDay(to) >= firstDay(from)) return [];
  return [{ field, message: `must not be before ${fromName}` }];
}

/** Whether all dates are in the last two days: then none can be before the patient's birth. */
export function areRecent(dates: readonly string[], now: Date): boolean {
  const since = dayOf(now.getTime() - 2 * day_ms);
  return dates.every((date) => firstDay(date.slice(0, 10)) >= since);
}

function doubtsOfPast(last: string, field: string, { now, birthDate }: Life): FieldError[] {
  if (birthDate !== '' && last < birthDate) return [{ field, message: 'must not be before the birth' }];
  const oldest = new Date(now);
  oldest.setUTCFullYear(oldest.getUTCFullYear() - oldest_years);
  return last < dayOf(oldest.getTime())
    ? [{ field, message: `must be within the last ${oldest_years} years` }]
    : [];
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
