import { calendarDate } from '@healthbooker/runtime/dates';
import { ServiceError } from '@healthbooker/runtime/errors';
import { loadSql, type Pool, query, type Transaction } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { addDays, clockOf, isTimeZone, localDate, minuteOf } from '../directory/local-time.ts';

const mainLocation = loadSql(import.meta.url, '../calendar/main-location.sql');
const LONGEST_DAYS = 91;

const time = z.union([z.literal(''), z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)], {
  error: 'must be a time like 09:15',
});

/** A LeavePeriod; the dates are included, empty times are the edges of the days. */
export const periodSchema = z
  .object({ firstDate: calendarDate, lastDate: calendarDate, fromTime: time, toTime: time })
  .refine(({ firstDate, lastDate }) => firstDate <= lastDate, {
    path: ['lastDate'],
    error: 'must not be before the first date',
  })
  .refine(({ firstDate, lastDate }) => lastDate < addDays(firstDate, LONGEST_DAYS), {
    path: ['lastDate'],
    error: `must be at most ${LONGEST_DAYS} days`,
  });

export type Period = z.output<typeof periodSchema>;

export type Away = { providerName: string; teamId: string; timeZone: string; from: Date; to: Date };

/**
 * When a provider is away, on the clock of where they work.
 * Errors: not-found; invalid for a period that is over or has no length.
 */
export async function resolvePeriod(
  on: Pool | Transaction,
  providerId: string,
  period: Period,
  now: Date,
): Promise<Away> {
  const [provider] = await query<{ provider_name: string; team_id: string; time_zone: string }>(
    on,
    mainLocation,
    [providerId, now.toISOString().slice(0, 10)],
  );
  if (provider === undefined) throw new ServiceError('not-found', 'There is no such provider.');
  const timeZone = isTimeZone(provider.time_zone) ? provider.time_zone : 'UTC';
  const { firstDate, lastDate, fromTime, toTime } = period;
  if (lastDate < localDate(timeZone, now.getTime())) throw invalid('lastDate', 'must be today or later');
  const fromMs = clockOf(timeZone, firstDate).until(fromTime === '' ? 0 : minuteOf(fromTime));
  const toMs = clockOf(timeZone, lastDate).until(toTime === '' ? 1440 : minuteOf(toTime));
  if (toMs <= fromMs) throw invalid('toTime', 'must be after the beginning');
  if (toMs <= now.getTime()) throw invalid('toTime', 'must not be over already');
  const { provider_name: providerName, team_id: teamId } = provider;
  return { providerName, teamId, timeZone, from: new Date(fromMs), to: new Date(toMs) };
}

function invalid(field: string, message: string): ServiceError {
  return new ServiceError('invalid', 'Some fields are not right.', {
    fields: [{ field: `period.${field}`, message }],
  });
}
