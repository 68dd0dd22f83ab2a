import { staffDate } from '../shared/time/format.ts';

type Span = {
  firstDate: string;
  /** Included; null until further notice. */
  lastDate: string | null;
};

/** `03-Dec-2026 to 05-Dec-2026`, one date alone where they are the same, `From 03-Dec-2026` until further notice. */
export function datesWords({ firstDate, lastDate }: Span): string {
  if (lastDate === null) return `From ${staffDate(firstDate)}`;
  return firstDate === lastDate ? staffDate(firstDate) : `${staffDate(firstDate)} to ${staffDate(lastDate)}`;
}

/** The same where there is little room: no date breaks. */
export function Dates({ firstDate, lastDate }: Span) {
  if (lastDate === null || firstDate === lastDate) {
    return <span className="nowrap">{datesWords({ firstDate, lastDate })}</span>;
  }
  return (
    <span>
      <span className="nowrap">{staffDate(firstDate)}</span>{' '}
      <span className="nowrap">to {staffDate(lastDate)}</span>
    </span>
  );
}
