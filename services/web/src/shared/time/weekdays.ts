/** Days of the week by their ISO number: Monday is 1. */
export const weekdays = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

/** `Monday` for 1. */
export function weekdayName(number: number): string {
  return weekdays[number - 1] ?? '';
}
