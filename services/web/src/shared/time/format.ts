import { Temporal } from 'temporal-polyfill';
import { weekdays } from './weekdays.ts';

/**
 * How the portals write times. Visits are written in the clinic's zone; where the device is elsewhere, what
 * its clock shows then is added. Words are written out here, so that they do not vary with the browser.
 */

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** The zone of this device. */
export function deviceZone(): string {
  return Temporal.Now.timeZoneId();
}

function zoned(instant: string, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
}

/** `2:15pm`; noon is `12pm`, midnight `12am`, full hours have no minutes. */
export function clock(instant: string, zone: string): string {
  const { hour, minute } = zoned(instant, zone);
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}

/** `Thursday 3 December`, with the year unless `year` is false. */
export function day(instant: string, zone: string, options: { year?: boolean } = {}): string {
  return dayOfDate(zoned(instant, zone).toPlainDate().toString(), options);
}

/** The same for a date `YYYY-MM-DD`. */
export function dayOfDate(date: string, options: { year?: boolean } = {}): string {
  const plain = Temporal.PlainDate.from(date);
  const words = `${weekdays[plain.dayOfWeek - 1]} ${plain.day} ${months[plain.month - 1]}`;
  return options.year === false ? words : `${words} ${plain.year}`;
}

/** `3 December 2026` for a date; the empty string stays empty. */
export function shortDate(date: string): string {
  if (date === '') return '';
  const plain = Temporal.PlainDate.from(date);
  return `${plain.day} ${months[plain.month - 1]} ${plain.year}`;
}

/** `3 December 2026`, `December 2026` or `2026`: as much of a date as is known. */
export function partialDate(date: string): string {
  if (date.length > 7) return shortDate(date);
  const [year = '', month] = date.split('-');
  return month === undefined ? year : `${months[Number(month) - 1] ?? ''} ${year}`;
}

/** The same as staff read it: `03-Dec-2026`, `Dec-2026`, `2026`; what is no date stays as it is. */
export function partialStaffDate(date: string): string {
  if (!/^\d{4}(-\d{2}){0,2}$/.test(date)) return date;
  if (date.length > 7) return staffDate(date);
  const [year = '', month] = date.split('-');
  return month === undefined ? year : `${months[Number(month) - 1]?.slice(0, 3) ?? ''}-${year}`;
}

/** `2 May` for a date. */
export function dayAndMonth(date: string): string {
  const plain = Temporal.PlainDate.from(date);
  return `${plain.day} ${months[plain.month - 1]?.slice(0, 3) ?? ''}`;
}

/** `2 May 2026` for an instant. */
export function dateOf(instant: string, zone: string): string {
  return shortDate(localDate(instant, zone));
}

/** The date `YYYY-MM-DD` an instant has in a zone. */
export function localDate(instant: string, zone: string): string {
  return zoned(instant, zone).toPlainDate().toString();
}

/** The date and clock `YYYY-MM-DDTHH:MM:SS` an instant has in a zone: sorts as people there read it. */
export function localDateTime(instant: string, zone: string): string {
  return zoned(instant, zone).toPlainDateTime().toString({ smallestUnit: 'second' });
}

/** `London time` for `Europe/London`. */
export function zoneName(zone: string): string {
  const city = zone.split('/').at(-1) ?? zone;
  return `${city.replaceAll('_', ' ')} time`;
}

/**
 * `London time; 7:15pm where you are`, or undefined when the device's clock shows the same. The weekday is
 * added when it is another day there.
 */
export function deviceNote(instant: string, zone: string, device = deviceZone()): string | undefined {
  const here = zoned(instant, zone);
  const there = zoned(instant, device);
  if (here.toPlainDateTime().equals(there.toPlainDateTime())) return undefined;
  const otherDay = here.toPlainDate().equals(there.toPlainDate())
    ? ''
    : ` on ${day(instant, device, { year: false })}`;
  return `${zoneName(zone)}; ${clock(instant, device)}${otherDay} where you are`;
}

/** `Thursday 3 December 2026, 2:15pm`, with the note of `deviceNote` in brackets where it applies. */
export function visitTime(instant: string, zone: string, device = deviceZone()): string {
  const note = deviceNote(instant, zone, device);
  return `${day(instant, zone)}, ${clock(instant, zone)}${note ? ` (${note})` : ''}`;
}

/** As staff read it: `03-Dec-2026 14:15`. */
export function staffTime(instant: string, zone: string): string {
  return `${staffDate(localDate(instant, zone))} ${staffClock(instant, zone)}`;
}

/** `03-Dec-2026` for a date; the empty string stays empty. */
export function staffDate(date: string): string {
  if (date === '') return '';
  const plain = Temporal.PlainDate.from(date);
  const month = months[plain.month - 1]?.slice(0, 3) ?? '';
  return `${String(plain.day).padStart(2, '0')}-${month}-${plain.year}`;
}

const monthPattern = new RegExp(`^(${months.map((month) => month.slice(0, 3)).join('|')})`, 'i');

/**
 * The date YYYY-MM-DD that staff typed: `03-Dec-2026`, `3 december 26`, `3/12/2026`, `2026-12-03`. Undefined when it
 * is none.
 */
export function readStaffDate(text: string): string | undefined {
  const parts = text
    .trim()
    .split(/[\s./,-]+/)
    .filter(Boolean);
  const [first = '', second = '', third = ''] = parts;
  if (parts.length !== 3) return undefined;
  const isIso = /^\d{4}$/.test(first);
  const [day, month, year] = isIso ? [third, second, first] : [first, second, third];
  const word = monthPattern.exec(month)?.[1]?.toLowerCase();
  const number = months.findIndex((name) => name.slice(0, 3).toLowerCase() === word) + 1;
  return dateFromParts({
    day,
    month: word === undefined ? month : String(number),
    year: /^\d{2}$/.test(year) ? `20${year}` : year,
  });
}

/** The same, or a month (`Dec 2026`, `12/2026`, `2026-12`) or a year alone: YYYY-MM-DD, YYYY-MM or YYYY. */
export function readPartialStaffDate(text: string): string | undefined {
  const parts = text
    .trim()
    .split(/[\s./,-]+/)
    .filter(Boolean);
  const [first = '', second = ''] = parts;
  if (parts.length === 1 && /^[12]\d{3}$/.test(first)) return first;
  if (parts.length !== 2) return readStaffDate(text);
  const [year, month] = /^\d{4}$/.test(first) ? [first, second] : [second, first];
  return readStaffDate(`1 ${month} ${year}`)?.slice(0, 7);
}

/** A time as `14:15`, from `14:15`, `14.15`, `1415` or `9:05`; undefined when it is no time. */
export function readStaffClock(text: string): string | undefined {
  const match = /^([01]?\d|2[0-3])[:.]?([0-5]\d)$/.exec(text.trim());
  return match ? `${(match[1] ?? '').padStart(2, '0')}:${match[2]}` : undefined;
}

/** The instant that clocks of a zone show a date and a time (`14:15`) at. */
export function instantOf(date: string, time: string, zone: string): string {
  const local = Temporal.PlainDate.from(date).toZonedDateTime({
    timeZone: zone,
    plainTime: Temporal.PlainTime.from(time),
  });
  return local.toInstant().toString();
}

/** `14:15`. */
export function staffClock(instant: string, zone: string): string {
  return zoned(instant, zone).toPlainTime().toString({ smallestUnit: 'minute' });
}

/** `30 minutes`, `1 hour`, `1 hour 30 minutes`. */
export function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const words = [
    hours > 0 ? `${hours} ${hours === 1 ? 'hour' : 'hours'}` : '',
    rest > 0 || hours === 0 ? `${rest} ${rest === 1 ? 'minute' : 'minutes'}` : '',
  ];
  return words.filter(Boolean).join(' ');
}

/** Minutes between two instants. */
export function minutesBetween(from: string, to: string): number {
  return Math.round(Temporal.Instant.from(from).until(Temporal.Instant.from(to)).total('minutes'));
}

/** Whole years between a birth date and a date; undefined when the birth date is not known. */
export function ageOn(birthDate: string, date: string): number | undefined {
  if (birthDate === '') return undefined;
  return Temporal.PlainDate.from(birthDate).until(Temporal.PlainDate.from(date), { largestUnit: 'years' })
    .years;
}

/** Monday is 1. */
export function isoWeekday(date: string): number {
  return Temporal.PlainDate.from(date).dayOfWeek;
}

/** The Monday of the week that a date is in. */
export function mondayOf(date: string): string {
  return addDays(date, 1 - isoWeekday(date));
}

/** Today's date in a zone. */
export function today(zone: string): string {
  return Temporal.Now.plainDateISO(zone).toString();
}

/** A date some days later (or earlier). */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/**
 * A date from its typed parts as `YYYY-MM-DD`; undefined when there is no such day.
 */
export function dateFromParts(parts: { day: string; month: string; year: string }): string | undefined {
  const numbers = [parts.year, parts.month, parts.day].map((part) => Number(part.trim()));
  const [year, month, date] = numbers;
  if (year === undefined || month === undefined || date === undefined) return undefined;
  if (numbers.some((number) => !Number.isInteger(number)) || year < 1000) return undefined;
  try {
    return Temporal.PlainDate.from({ year, month, day: date }, { overflow: 'reject' }).toString();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
