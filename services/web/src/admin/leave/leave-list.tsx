import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { buttonClass } from '../../shared/controls/button.tsx';
import { Page } from '../../shared/controls/page.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { More } from '../../shared/query/paged.tsx';
import { addDays, localDate, staffClock, staffDate, staffTime } from '../../shared/time/format.ts';
import { type Leave, leaveQuery } from '../api.ts';
import { visitWords } from '../disruptions/change-words.ts';

/** Who is away and what became of the visits that it hit. */
export function LeaveList() {
  const query = useInfiniteQuery(leaveQuery);
  return (
    <Page title="Leave">
      <p>Planning leave finds new times for everybody who is booked then. Nothing changes before you save.</p>
      <p>
        <Link to="/leave/new" className={buttonClass()}>
          Plan leave
        </Link>
      </p>
      <Loaded query={query}>
        {(leave) =>
          leave.length === 0 ? (
            <p className="sheet">Nobody is away from today on. Plan leave as soon as you know of it.</p>
          ) : (
            <>
              <LeaveTable leave={leave} />
              <More query={query}>Show more leave</More>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function LeaveTable({ leave }: { leave: readonly Leave[] }) {
  return (
    <div className="sheet table-sheet">
      <table className="table">
        <caption className="visually-hidden">Leave in order of time</caption>
        <thead>
          <tr>
            <th scope="col">Who</th>
            <th scope="col">Away</th>
            <th scope="col">Note</th>
            <th scope="col">Visits</th>
          </tr>
        </thead>
        <tbody>
          {leave.map((one) => (
            <tr key={one.id}>
              <th scope="row" data-label="Who">
                <Link to="/leave/$id" params={{ id: one.id }} className="row-link">
                  <bdi>{one.providerName}</bdi>
                </Link>
              </th>
              <td data-label="Away">
                <span>
                  {leaveDates(one)}
                  {one.endedAt && <span className="line muted">Called off</span>}
                </span>
              </td>
              <td data-label="Note">
                <bdi>{one.note || 'No note'}</bdi>
              </td>
              <td data-label="Visits">{visitWords(one)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** `03-Dec-2026 to 05-Dec-2026`, with times where somebody is away for a part of a day. */
export function leaveDates({ fromAt, toAt, timeZone }: Pick<Leave, 'fromAt' | 'toAt' | 'timeZone'>): string {
  const isWhole = [fromAt, toAt].every((instant) => staffClock(instant, timeZone) === '00:00');
  if (isWhole) {
    const [first, last] = [localDate(fromAt, timeZone), addDays(localDate(toAt, timeZone), -1)];
    return first === last ? staffDate(first) : `${staffDate(first)} to ${staffDate(last)}`;
  }
  return `${staffTime(fromAt, timeZone)} to ${staffTime(toAt, timeZone)}`;
}
