import { readTime } from '../../shared/staff/session-form/session-draft.ts';
import type { LeavePeriod } from '../api.ts';

/** The steps of planning leave, in their order. */
export const steps = ['dates', 'visits', 'times', 'unplaced', 'messages'] as const;
export type Step = (typeof steps)[number];

/** What the address of the wizard holds: ids and dates, so that Back and reloading keep them. */
export type LeaveSearch = {
  step?: Step;
  provider?: string;
  first?: string;
  last?: string;
  from?: string;
  to?: string;
};

/** Reads the address; what is not as it must be is left out. */
export function readLeaveSearch(search: Record<string, unknown>): LeaveSearch {
  const step = steps.find((one) => one === search['step']);
  const date = (name: string) => text(search[name], /^\d{4}-\d{2}-\d{2}$/);
  const time = (name: string) => {
    const typed = text(search[name], /^[\d:.]{1,5}$/);
    return typed === undefined ? undefined : readTime(typed);
  };
  const read = {
    ...{ step, provider: text(search['provider'], /^[\w-]{1,64}$/) },
    ...{ first: date('first'), last: date('last'), from: time('from'), to: time('to') },
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

/** Whose leave and when; undefined until everything that is needed is there. */
export function leaveOf(search: LeaveSearch): { providerId: string; period: LeavePeriod } | undefined {
  const { provider, first, last, from, to } = search;
  if (provider === undefined || first === undefined || last === undefined) return undefined;
  return {
    providerId: provider,
    period: { firstDate: first, lastDate: last, fromTime: from ?? null, toTime: to ?? null },
  };
}

function text(value: unknown, form: RegExp): string | undefined {
  return typeof value === 'string' && form.test(value) ? value : undefined;
}
