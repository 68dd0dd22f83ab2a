import { Temporal } from 'temporal-polyfill';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
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

/**
 * When a visit is, in the clinic's time: "Thursday 3 December 2026, 2:15pm". Where the patient's clocks show
 * another time then, that is added: "(London time; 7:15pm where you are)", with the day when it differs too.
 * `startAt` is RFC 3339; zones are IANA names; an unknown or empty `patientZone` counts as the clinic's.
 */
export function visitTime(startAt: string, clinicZone: string, patientZone = ''): string {
  const instant = Temporal.Instant.from(startAt);
  const clinic = instant.toZonedDateTimeISO(clinicZone);
  const text = `${visitDate(startAt, clinicZone)}, ${clockTime(clinic)}`;
  const patient = inZone(instant, patientZone);
  if (patient === undefined || patient.offsetNanoseconds === clinic.offsetNanoseconds) return text;
  const sameDay = patient.toPlainDate().equals(clinic.toPlainDate());
  const there = sameDay ? clockTime(patient) : `${clockTime(patient)} on ${dayName(patient)}`;
  return `${text} (${placeOf(clinicZone)} time; ${there} where you are)`;
}

/** The day of a visit in the clinic's zone: "Thursday 3 December 2026". */
export function visitDate(startAt: string, clinicZone: string): string {
  const clinic = Temporal.Instant.from(startAt).toZonedDateTimeISO(clinicZone);
  return `${dayName(clinic)} ${clinic.year}`;
}

function inZone(instant: Temporal.Instant, zone: string): Temporal.ZonedDateTime | undefined {
  if (zone === '') return undefined;
  try {
    return instant.toZonedDateTimeISO(zone);
  } catch (err) {
    // A profile may name a zone that this version of the time zone data does not know.
    if (err instanceof RangeError) return undefined;
    throw err;
  }
}

function dayName(at: Temporal.ZonedDateTime): string {
  return `${weekdays[at.dayOfWeek - 1]} ${at.day} ${months[at.month - 1]}`;
}

/** "2:15pm"; full hours have no minutes, as in the portals. */
function clockTime(at: Temporal.ZonedDateTime): string {
  const hour = at.hour % 12 === 0 ? 12 : at.hour % 12;
  const minutes = at.minute === 0 ? '' : `:${String(at.minute).padStart(2, '0')}`;
  return `${hour}${minutes}${at.hour < 12 ? 'am' : 'pm'}`;
}

/** "Europe/London" → "London", "America/New_York" → "New York". */
function placeOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
