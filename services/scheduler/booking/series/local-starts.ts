import { addDays } from '../../directory/local-time.ts';

const WEEK_MS = 7 * 86_400_000;

/** One occurrence of a series: its wall-clock time at the place, and about when that is. */
export type Wanted = { place: number; localStart: string; aboutMs: number };

/**
 * The wall-clock times of a series: the same weekday and time of day, whatever the clocks do in between. Pure.
 * `first` is the local start of the first as YYYY-MM-DDTHH:MM.
 */
export function localStarts(first: string, startMs: number, everyWeeks: number, count: number): Wanted[] {
  return Array.from({ length: count }, (_, index) => ({
    place: index + 1,
    localStart: `${addDays(first.slice(0, 10), 7 * everyWeeks * index)}T${first.slice(11, 16)}`,
    aboutMs: startMs + index * everyWeeks * WEEK_MS,
  }));
}
