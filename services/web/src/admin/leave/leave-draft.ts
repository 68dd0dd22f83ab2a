import type { FormError } from '../../shared/controls/form-errors.ts';
import { readTime } from '../../shared/staff/session-form/session-draft.ts';
import { staffDate } from '../../shared/time/format.ts';
import type { LeavePeriod } from '../api.ts';

/** A leave while somebody types it: dates as YYYY-MM-DD, times as text; what is not said is empty. */
export type LeaveDraft = {
  provider: string;
  first: string;
  last: string;
  from: string;
  to: string;
  note: string;
};

export const emptyLeave: LeaveDraft = { provider: '', first: '', last: '', from: '', to: '', note: '' };

/** What is wrong with a draft, by its inputs. */
export function missingIn({ provider, first, last, from, to }: LeaveDraft): FormError[] {
  const isNoTime = (text: string) => text.trim() !== '' && readTime(text) === undefined;
  return [
    ...(provider === '' ? [{ field: 'provider', message: 'Choose who is away' }] : []),
    ...(first === '' ? [{ field: 'first', message: 'Enter the first date' }] : []),
    ...(first !== '' && last !== '' && last < first
      ? [{ field: 'last', message: 'The last date is before the first' }]
      : []),
    ...(isNoTime(from) ? [{ field: 'from', message: 'Enter a time like 12:00, or leave it empty' }] : []),
    ...(isNoTime(to) ? [{ field: 'to', message: 'Enter a time like 17:00, or leave it empty' }] : []),
  ];
}

/** The period that a draft says. Only of one in which nothing is missing. */
export function periodOf({ first, last, from, to }: LeaveDraft): LeavePeriod {
  return {
    firstDate: first,
    lastDate: last || first,
    fromTime: readTime(from) ?? null,
    toTime: readTime(to) ?? null,
  };
}

/** `03-Dec-2026 to 05-Dec-2026`, with the times that were given: `03-Dec-2026 12:00 to 05-Dec-2026`. */
export function periodWords({ firstDate, lastDate, fromTime, toTime }: LeavePeriod): string {
  const at = (date: string, time: string | null) => [staffDate(date), time].filter(Boolean).join(' ');
  const [from, to] = [at(firstDate, fromTime), at(lastDate, toTime)];
  return from === to ? from : `${from} to ${to}`;
}
