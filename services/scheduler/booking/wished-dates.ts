import { type FieldError, ServiceError } from '@healthbooker/runtime/errors';
import { loadSql, type Pool, query, type Transaction } from '@healthbooker/runtime/postgres';
import { HORIZON_DAYS } from '../directory/horizon.ts';
import { addDays, localDate } from '../directory/local-time.ts';

const checkNeed = loadSql(import.meta.url, './check-need.sql');

/** A wish may name no date further ahead than that: as a referral's. */
export const FURTHEST_DAYS = 731;

/** When a visit is wished for: dates of the place, and ISO days of the week, none for any. */
export type WishedDates = {
  earliestDate: string | null;
  latestDate: string | null;
  daysOfWeek: readonly number[];
};

/** What a wish is about, which says on whose calendar its dates are. */
export type WishedPlace = {
  specialtyId: string;
  visitTypeId: string;
  providerId: string | null;
  locationId: string | null;
};

/**
 * What is wrong with wished dates on a day, for each field: past, in the wrong order, too far ahead, or without any of the
 * days of the week. Pure.
 */
export function wrongDates(
  { earliestDate, latestDate, daysOfWeek }: WishedDates,
  today: string,
  furthestDays: number,
): FieldError[] {
  const wrong: FieldError[] = [];
  const add = (field: string, message: string) => wrong.push({ field: `need.${field}`, message });
  const furthest = addDays(today, furthestDays);
  if (earliestDate !== null && earliestDate > furthest) {
    add('earliestDate', `must be at most ${furthestDays} days ahead`);
  }
  if (latestDate === null) return wrong;
  if (latestDate < today) add('latestDate', 'is past');
  else if (earliestDate !== null && earliestDate > latestDate) {
    add('latestDate', 'must not be before the earliest date');
  } else if (latestDate > addDays(today, FURTHEST_DAYS)) add('latestDate', 'is too far ahead');
  else if (
    !hasDay(earliestDate !== null && earliestDate > today ? earliestDate : today, latestDate, daysOfWeek)
  ) {
    add('daysOfWeek', 'has no day between these dates');
  }
  return wrong;
}

function hasDay(first: string, last: string, daysOfWeek: readonly number[]): boolean {
  if (daysOfWeek.length === 0 || last >= addDays(first, 6)) return true;
  for (let date = first; date <= last; date = addDays(date, 1)) {
    if (daysOfWeek.includes(new Date(`${date}T00:00:00Z`).getUTCDay() || 7)) return true;
  }
  return false;
}

/**
 * Refuses dates on which nobody can be seen. Nothing can be booked behind the horizon; who waits may say so.
 * Errors: invalid with a field for each.
 */
export async function refuseImpossibleDates(
  on: Pool | Transaction,
  wished: WishedDates & WishedPlace,
  now: Date,
  furthestDays = HORIZON_DAYS,
): Promise<void> {
  if (wished.earliestDate === null && wished.latestDate === null) return;
  const today = localDate(await zoneOfWish(on, wished), now.getTime());
  refuseWrong(wrongDates(wished, today, furthestDays));
}

/** The zone of the place where what is wished for would be. */
export async function zoneOfWish(
  on: Pool | Transaction,
  { specialtyId, visitTypeId, providerId, locationId }: WishedPlace,
): Promise<string> {
  const named = [specialtyId, visitTypeId, providerId, locationId];
  const [known] = await query<{ time_zone: string }>(on, checkNeed, named);
  return known?.time_zone ?? 'UTC';
}

/** Errors: invalid with these fields, if there are any. */
export function refuseWrong(fields: readonly FieldError[]): void {
  if (fields.length > 0) throw new ServiceError('invalid', 'Some fields are not right.', { fields });
}
