import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Page } from '../../shared/controls/page.tsx';
import { Select } from '../../shared/controls/select.tsx';
import { Skeleton } from '../../shared/controls/skeleton.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { directoryQuery } from '../../shared/staff/api.ts';
import { addDays, staffDate, today } from '../../shared/time/format.ts';
import { optimalityQuery } from '../api.ts';
import { useKept } from '../kept.ts';

/** Days of booking that are looked at. */
const days = 7;

/** How far the rule, one patient after the other, was from the best for all of a day together. */
export function Optimality() {
  const directory = useQuery(directoryQuery).data;
  const [chosen, choose] = useKept('specialty');
  const specialtyId = chosen || (directory?.specialties[0]?.id ?? '');
  // The report counts days in UTC.
  const to = today('UTC');
  const query = useQuery(optimalityQuery(specialtyId, addDays(to, 1 - days), to));
  return (
    <Page title="Rule and optimum">
      <p>
        Patients are served one after the other. Had all who booked on a day been served together, this is
        what they could have had.
      </p>
      <div className="day-tools">
        <Select
          name="specialty"
          label="Specialty"
          value={specialtyId}
          onChange={choose}
          options={(directory?.specialties ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
      <Loaded query={query} skeleton={<Skeleton lines={days} label="Looking for the best of each day" />}>
        {(report) => (
          <div className="sheet table-sheet">
            <table className="table">
              <caption className="visually-hidden">Days of booking, the last one first</caption>
              <thead>
                <tr>
                  <th scope="col">Booked on</th>
                  <th scope="col">Visits</th>
                  <th scope="col">Targets missed</th>
                  <th scope="col">At best</th>
                  <th scope="col">Cost above the best</th>
                </tr>
              </thead>
              <tbody>
                {report.days.toReversed().map((day) => (
                  <tr key={day.date}>
                    <th scope="row" data-label="Booked on">
                      {staffDate(day.date)}
                    </th>
                    <td data-label="Visits">{day.visits}</td>
                    <td data-label="Targets missed">{day.greedyTargetsMissed}</td>
                    <td data-label="At best">{day.optimalTargetsMissed}</td>
                    <td data-label="Cost above the best">{above(day)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Loaded>
      <p className="muted">The cost counts the days each patient waits, and much more for a missed target.</p>
      <p>
        <Link to="/decisions">All decisions</Link>
      </p>
    </Page>
  );
}

/** `12 %`; of a day without visits there is nothing to say. */
function above(day: { visits: number; greedyCost: number; optimalCost: number; isProven: boolean }): string {
  if (day.visits === 0) return 'Nothing was booked';
  const percent = day.optimalCost > 0 ? Math.round((day.greedyCost / day.optimalCost - 1) * 100) : 0;
  return `${percent} %${day.isProven ? '' : ', perhaps more'}`;
}
