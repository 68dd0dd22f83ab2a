import { count } from '../../../shared/staff/impact.tsx';
import type { Plan } from './plan.ts';

/** How many free times come and go with a change, in a sentence each; nothing for none. */
export function TimesChanged({ plan: { slotsAdded, slotsRetired } }: { plan: Plan }) {
  return [
    slotsAdded > 0 ? `${count(slotsAdded, 'time is', 'times are')} added.` : '',
    slotsRetired > 0 ? `${count(slotsRetired, 'free time closes', 'free times close')}.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}
