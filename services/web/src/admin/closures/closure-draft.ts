import type { FormError } from '../../shared/controls/form-errors.ts';

/** Stands for all locations: closing everything has to be chosen. */
export const everywhere = '*';

/** A closure while somebody types it: dates as YYYY-MM-DD. */
export type ClosureDraft = { locationId: string; firstDate: string; lastDate: string; note: string };

export const emptyClosure: ClosureDraft = { locationId: '', firstDate: '', lastDate: '', note: '' };

/** What is wrong with a draft, by its inputs. */
export function missingIn({ locationId, firstDate, lastDate, note }: ClosureDraft): FormError[] {
  return [
    ...(locationId === '' ? [{ field: 'locationId', message: 'Choose what is closed' }] : []),
    ...(firstDate === '' ? [{ field: 'firstDate', message: 'Enter the first date' }] : []),
    ...(firstDate !== '' && lastDate !== '' && lastDate < firstDate
      ? [{ field: 'lastDate', message: 'The last date is before the first' }]
      : []),
    ...(note.trim() === '' ? [{ field: 'note', message: 'Enter why it is closed' }] : []),
  ];
}
