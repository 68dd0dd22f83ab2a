import { Link } from '@tanstack/react-router';
import { duration, staffDate } from '../../shared/time/format.ts';
import { weekdayName } from '../../shared/time/weekdays.ts';
import type { ClinicSession } from '../api.ts';

const modes = { 'in-person': '', video: 'By video', phone: 'By phone' } as const;

/** Sessions in the order they are given; `who` adds whose each is. */
export function SessionTable(props: { label: string; sessions: readonly ClinicSession[]; who: boolean }) {
  return (
    <div className="sheet table-sheet">
      <table className="table">
        <caption className="visually-hidden">{props.label}</caption>
        <thead>
          <tr>
            <th scope="col">When</th>
            {props.who && <th scope="col">Clinician</th>}
            <th scope="col">Visit</th>
            {!props.who && <th scope="col">Location</th>}
            <th scope="col">Kept back</th>
            <th scope="col">Dates</th>
            <th scope="col">Change</th>
          </tr>
        </thead>
        <tbody>
          {props.sessions.map((session) => (
            <SessionRow key={session.id} session={session} who={props.who} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SessionRow({ session, who }: { session: ClinicSession; who: boolean }) {
  const { id, providerId, seats, carveOut, mode } = session;
  const words = whenWords(session);
  return (
    <tr>
      <th scope="row" data-label="When">
        <span>
          {weekdayName(session.weekday)}{' '}
          <span className="nowrap">
            {session.starts}–{session.ends}
          </span>
        </span>
      </th>
      {who && (
        <td data-label="Clinician">
          <bdi>{session.providerName}</bdi>
        </td>
      )}
      <td data-label="Visit">
        <span>
          <bdi>{session.visitTypeName}</bdi>, {session.lengthMinutes} minutes
          {seats > 1 && <span className="line muted">{seats} patients together</span>}
          {modes[mode] && <span className="line muted">{modes[mode]}</span>}
        </span>
      </td>
      {!who && (
        <td data-label="Location">
          <bdi>{session.locationName}</bdi>
        </td>
      )}
      <td data-label="Kept back">
        {carveOut ? (
          <span>
            {carveOut.percent} % for {carveOut.urgency === 'urgent' ? 'urgent' : 'soon and urgent'}
            <span className="line muted">until {before(carveOut.releaseBeforeMinutes)} before</span>
          </span>
        ) : (
          'For everybody'
        )}
      </td>
      <td data-label="Dates">
        <Dates session={session} />
      </td>
      <td data-label="Change">
        <span className="row-links">
          <Link
            to="/availability/$providerId/$sessionId"
            params={{ providerId, sessionId: id }}
            aria-label={`Change ${words}`}
          >
            Change
          </Link>
          <Link
            to="/availability/$providerId/$sessionId/end"
            params={{ providerId, sessionId: id }}
            aria-label={`End ${words}`}
          >
            End
          </Link>
        </span>
      </td>
    </tr>
  );
}

/** `Monday 09:00 to 12:00`. */
export function whenWords(session: Pick<ClinicSession, 'weekday' | 'starts' | 'ends'>): string {
  const { weekday, starts, ends } = session;
  return `${weekdayName(weekday)} ${starts} to ${ends}`;
}

function Dates({ session: { firstDate, lastDate } }: { session: ClinicSession }) {
  if (firstDate === lastDate) return <span className="nowrap">{staffDate(firstDate)}</span>;
  return (
    <span>
      From <span className="nowrap">{staffDate(firstDate)}</span>
      {lastDate && (
        <span className="line">
          to <span className="nowrap">{staffDate(lastDate)}</span>
        </span>
      )}
    </span>
  );
}

function before(minutes: number): string {
  const days = minutes / 1440;
  if (minutes > 0 && Number.isInteger(days)) return days === 1 ? '1 day' : `${days} days`;
  return duration(minutes);
}
