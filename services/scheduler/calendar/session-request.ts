import { calendarDate } from '@healthbooker/runtime/dates';
import { ServiceError } from '@healthbooker/runtime/errors';
import { z } from 'zod';
import { minuteOf, weekdayOf } from '../directory/local-time.ts';
import { urgencyFrom } from '../engine/urgency.ts';
import { id, optionalDate } from '../parse.ts';
import { modeFrom } from './slot.ts';

/** Starts times seats of one day: more than anybody means to offer, and as much as one change can write. */
const MOST_SLOTS_A_DAY = 1000;

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'must be a time like 09:15' });
const shortName = z.string().min(1, { error: 'is required' }).max(64);

/** A session as it is asked for. `last_date` is included; null for no end. */
export const sessionSchema = z
  .object({
    id,
    providerId: id,
    locationId: shortName,
    visitTypeId: shortName,
    mode: z.string().transform((name) => modeFrom(name) ?? 'in-person'),
    weekday: z.int().min(0).max(7, { error: 'must be 1 for Monday to 7 for Sunday' }),
    starts: clock,
    ends: clock,
    seats: z.int().min(1, { error: 'must be 1 to 50' }).max(50, { error: 'must be 1 to 50' }),
    firstDate: calendarDate,
    lastDate: optionalDate,
    reservedFor: z.string().transform((name) => urgencyFrom(name) ?? null),
    reservedPercent: z.int().min(0, { error: 'must be 0 to 100' }).max(100, { error: 'must be 0 to 100' }),
    releaseBeforeMinutes: z
      .int()
      .min(0, { error: 'must not be negative' })
      .max(43_200, { error: 'must be 30 days at most' }),
  })
  .transform((session, context) => {
    const wrong = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    const { firstDate, lastDate, reservedFor, reservedPercent } = session;
    if (lastDate !== null && lastDate < firstDate) wrong('lastDate', 'must not be before the first date');
    const isExtra = firstDate === lastDate;
    const weekday = isExtra ? weekdayOf(firstDate) : session.weekday;
    if (weekday === 0) wrong('weekday', 'must be 1 for Monday to 7 for Sunday');
    if (isExtra && session.weekday !== 0 && session.weekday !== weekday) {
      wrong('weekday', 'is not the day of the week of this date');
    }
    if (reservedPercent > 0 && (reservedFor === null || reservedFor === 'routine')) {
      wrong('reservedFor', 'must be soon or urgent when a share is kept');
    }
    if (reservedPercent === 0 && reservedFor !== null && reservedFor !== 'routine') {
      wrong('reservedPercent', 'must be above 0 when times are kept');
    }
    return { ...session, weekday, reservedFor: reservedPercent > 0 ? reservedFor : null };
  });

export type SessionRequest = z.output<typeof sessionSchema>;

/** How long a session is, in minutes of the wall clock. */
export function lengthOf({ starts, ends }: { starts: string; ends: string }): number {
  const minutes = minuteOf(ends) - minuteOf(starts);
  return minutes > 0 ? minutes : minutes + 1440;
}

/** What a session refers to; null for what does not exist. */
export type Parties = {
  provider_name: string | null;
  location_name: string | null;
  time_zone: string | null;
  visit_type_name: string | null;
  specialty_id: string | null;
  length_min: number | null;
  buffer_before_min: number | null;
  buffer_after_min: number | null;
  is_of_specialty: boolean;
};

/** Refuses a session that refers to something unknown, or in which no visit fits, or too many. */
export function refuseUnfit(session: SessionRequest, parties: Parties): void {
  const fields: { field: string; message: string }[] = [];
  const wrong = (field: string, message: string) => fields.push({ field: `session.${field}`, message });
  if (parties.provider_name === null) wrong('providerId', 'is no provider who sees patients');
  if (parties.location_name === null) wrong('locationId', 'is no location');
  if (parties.visit_type_name === null) wrong('visitTypeId', 'is no visit type');
  else if (parties.provider_name !== null && !parties.is_of_specialty) {
    wrong('visitTypeId', 'is of a specialty this provider does not have');
  }
  const needed = (parties.buffer_before_min ?? 0) + (parties.length_min ?? 0);
  const step = needed + (parties.buffer_after_min ?? 0);
  if (needed > lengthOf(session)) wrong('ends', `leaves no time for one visit of ${needed} minutes`);
  const starts = step === 0 ? 0 : Math.floor(lengthOf(session) / step);
  if (starts * session.seats > MOST_SLOTS_A_DAY) {
    wrong('seats', `makes more than ${MOST_SLOTS_A_DAY} times a day`);
  }
  if (fields.length > 0) throw new ServiceError('invalid', 'Some fields are not right.', { fields });
}
