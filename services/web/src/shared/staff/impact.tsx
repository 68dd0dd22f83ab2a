import type { components } from '../api/clinic.generated.d.ts';
import { Notice } from '../controls/notice.tsx';
import { staffTime } from '../time/format.ts';
import { shownName } from './names.ts';

type Impact = components['schemas']['Impact'];

/** What a change would do, before it is saved. */
export function ImpactPreview({ impact }: { impact: Impact }) {
  const { slotsAdded, slotsRetired, visits, visitsTotal } = impact;
  const isQuiet = slotsAdded === 0 && slotsRetired === 0 && visitsTotal === 0;
  return (
    <div className="stack">
      <Notice tone={visitsTotal > 0 ? 'warn' : 'info'} title="What this changes" live>
        {isQuiet ? (
          <p>No times and no visits change.</p>
        ) : (
          <ul className="plain-list">
            {slotsAdded > 0 && <li>{count(slotsAdded, 'time is', 'times are')} added.</li>}
            {slotsRetired > 0 && <li>{count(slotsRetired, 'free time goes', 'free times go')}.</li>}
            {visitsTotal > 0 && (
              <li>
                {count(visitsTotal, 'booked visit falls', 'booked visits fall')} outside. Nobody is told and
                nothing is cancelled: move each of them, or plan leave instead.
              </li>
            )}
          </ul>
        )}
      </Notice>
      {visits.length > 0 && (
        <div className="sheet table-sheet">
          <table className="table">
            <caption className="visually-hidden">Visits outside the rules</caption>
            <thead>
              <tr>
                <th scope="col">Patient</th>
                <th scope="col">Visit</th>
                <th scope="col">With</th>
              </tr>
            </thead>
            <tbody>
              {visits.map(({ appointmentId, patientName, slot }) => (
                <tr key={appointmentId}>
                  <th scope="row" data-label="Patient">
                    <bdi>{shownName(patientName)}</bdi>
                  </th>
                  <td data-label="Visit">{staffTime(slot.startAt, slot.timeZone)}</td>
                  <td data-label="With">
                    <bdi>{slot.providerName}</bdi>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {visits.length < visitsTotal && <p className="muted">The first {visits.length} are shown.</p>}
        </div>
      )}
    </div>
  );
}

/** `1 visit`, `12 visits`. */
export function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
