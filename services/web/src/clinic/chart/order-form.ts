import type { FormError } from '../../shared/controls/form-errors.ts';
import { addDays } from '../../shared/time/format.ts';

/** What a clinician fills in to order a visit. */
export type OrderForm = {
  kind: 'follow-up' | 'referral';
  weeks: string;
  withWhom: 'me' | 'team';
  specialtyId: string;
  urgency: 'routine' | 'soon' | 'urgent';
};

export type Order = {
  kind: 'follow-up' | 'referral';
  specialtyId: string;
  providerId?: string;
  urgency: 'routine' | 'soon' | 'urgent';
  earliestDate?: string;
  dueDate?: string;
};

/** What is missing before it can be sent. */
export function problemsOf(form: OrderForm): FormError[] {
  if (form.kind === 'referral') {
    return form.specialtyId === '' ? [{ field: 'specialty', message: 'Choose where to refer to' }] : [];
  }
  const weeks = Number(form.weeks);
  return /^\d{1,3}$/.test(form.weeks.trim()) && weeks >= 1 && weeks <= 104
    ? []
    : [{ field: 'weeks', message: 'Enter the weeks until the review, 1 to 104' }];
}

/**
 * The order as the edge takes it. A review is due at the end of its weeks and sensible from a fortnight before, if
 * that is still ahead; a referral is due as its urgency has it.
 */
export function orderOf(
  form: OrderForm,
  own: { id: string; specialtyIds: readonly string[] },
  today: string,
): Order {
  if (form.kind === 'referral') {
    return { kind: 'referral', specialtyId: form.specialtyId, urgency: form.urgency };
  }
  const dueDate = addDays(today, Number(form.weeks) * 7);
  const earliestDate = addDays(dueDate, -14);
  return {
    kind: 'follow-up',
    specialtyId: own.specialtyIds[0] ?? '',
    urgency: 'routine',
    dueDate,
    ...(form.withWhom === 'me' ? { providerId: own.id } : {}),
    ...(earliestDate > today ? { earliestDate } : {}),
  };
}
