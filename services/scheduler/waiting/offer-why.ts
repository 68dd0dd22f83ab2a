import type { EntryRow } from './entry.ts';
import type { Fit } from './fitting-slot.ts';

/** A date in words: 11 December 2026. */
export function dateInWords(date: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}

/** Why this time is offered, in one or two plain sentences. Nothing about others who wait. */
export function offerWhy(entry: EntryRow, fit: Fit): string {
  const asked =
    entry.referral_id === null ? 'From your answers you should be seen' : 'Your referral asks for a visit';
  const by = `${asked} by ${dateInWords(entry.target_date)}`;
  return fit.local_start.slice(0, 10) <= entry.target_date
    ? `This time has become free and fits what you asked for. ${by}.`
    : `${by}. This time is later, but it is the first that has become free and fits what you asked for.`;
}
