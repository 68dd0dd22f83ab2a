import { staffDate } from '../shared/time/format.ts';

/** By when somebody should be seen, on one line. */
export function SeeBy({ date }: { date: string }) {
  return <span className="nowrap">{staffDate(date) || 'No date set'}</span>;
}
