const DAY_MS = 86_400_000;

/**
 * A wall-clock time YYYY-MM-DDTHH:MM read as UTC, in milliseconds. Digit by digit: parsing dates took most of the time
 * of a decision.
 */
export function wallClockMs(localStart: string): number {
  return Date.UTC(
    number(localStart, 0, 4),
    number(localStart, 5, 7) - 1,
    number(localStart, 8, 10),
    number(localStart, 11, 13),
    number(localStart, 14, 16),
  );
}

/** ISO day of the week of such milliseconds: Monday 1 to Sunday 7. */
export function weekdayOfMs(wallMs: number): number {
  // 1970 began with a Thursday.
  return ((Math.floor(wallMs / DAY_MS) + 3) % 7) + 1;
}

function number(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) value = value * 10 + (text.charCodeAt(at) - 48);
  return value;
}
