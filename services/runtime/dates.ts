import { z } from 'zod';

/** The 29 February of the leap years from 1900 to 2199, and below it every other day of those years. */
const leapDay = '(?:(?:19|21)(?:0[48]|[2468][048]|[13579][26])|20(?:[02468][048]|[13579][26]))-02-29';
const otherDay =
  '(?:19|20|21)\\d\\d-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))';

// Both stop at the first fault (`abort`), so that a check that compares two dates always gets dates.
/**
 * A day of the calendar, `YYYY-MM-DD`, from 1900 to 2199: stores and calendars can compute with each of them, and
 * with the days next to it. The document shows one pattern and no format, so that a program that generates values
 * from it generates only these.
 */
export const calendarDate = z.string().regex(new RegExp(`^(?:${leapDay}|${otherDay})$`), {
  error: 'must be a date like 2026-12-03, from 1900 to 2199',
  abort: true,
});

const instantProblem = 'must be an instant like 2026-12-03T14:15:00Z, from 1900 to 2199';

/** An instant, RFC 3339 with `Z` or an offset, from 1900 to 2199. */
export const instantText = z.iso
  .datetime({ offset: true, error: instantProblem, abort: true })
  .regex(/^(?:19|20|21)\d\d-/, { error: instantProblem, abort: true });

/** RFC 3339 in UTC; whole seconds are written without a fraction. */
export function rfc3339(instant: Date): string {
  return instant.toISOString().replace('.000Z', 'Z');
}
