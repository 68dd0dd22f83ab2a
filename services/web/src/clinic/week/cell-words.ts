import type { Directory } from '../../shared/staff/api.ts';
import { dayOfDate, staffTime } from '../../shared/time/format.ts';
import type { SlotState, WeekCell } from './arrange-week.ts';

export const stateWords: Record<SlotState, string> = {
  free: 'Free',
  held: 'Held',
  booked: 'Booked',
  settling: 'Given back',
  closed: 'Closed',
  leave: 'Leave',
  closure: 'Closed',
};

/** The state in one word or two, with the seats of a group. */
export function stateOf(cell: WeekCell): string {
  const word =
    cell.keptFor !== null && cell.state === 'free' ? keptWord(cell.keptFor) : stateWords[cell.state];
  return cell.seats > 1 ? `${word}, ${cell.taken} of ${cell.seats} taken` : word;
}

/** What there is to add to the state: until when it is kept, that it is outside the rules. */
export function noteOf(cell: WeekCell, timeZone: string): string {
  if (cell.isOutsideRules) return 'Outside the sessions: has to be moved';
  if (cell.keptFor !== null && cell.keptUntil !== null && cell.state === 'free') {
    return `For everybody from ${staffTime(cell.keptUntil, timeZone)}`;
  }
  return cell.state === 'settling' ? 'Who gets it is being decided' : '';
}

/** What is spoken: `Thursday 3 December, 14:15 to 14:45, Booked, Ada Cole, First visit`. */
export function spoken(
  date: string,
  starts: string,
  cell: WeekCell | undefined,
  { timeZone, directory }: { timeZone: string; directory: Directory | undefined },
): string {
  const day = dayOfDate(date, { year: false });
  if (cell === undefined) return `${day}, ${starts}, no time`;
  const visit = directory?.visitTypes.find(({ id }) => id === cell.visitTypeId)?.name;
  return [
    day,
    `${cell.starts} to ${cell.ends}`,
    stateOf(cell),
    cell.patients.join(', '),
    cell.seats === 1 && cell.state !== 'closed' ? visit : '',
    noteOf(cell, timeZone),
  ]
    .filter(Boolean)
    .join(', ');
}

function keptWord(urgency: NonNullable<WeekCell['keptFor']>): string {
  return urgency === 'urgent' ? 'Kept for urgent' : 'Kept for soon or urgent';
}
