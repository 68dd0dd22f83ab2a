import { Link } from '@tanstack/react-router';
import { StatusTag } from '../../shared/controls/status-tag.tsx';
import { PersonName } from '../../shared/staff/person-name.tsx';
import { ageOn, duration, staffClock, staffDate } from '../../shared/time/format.ts';
import { type DayList, shownPerson, type Visit } from '../api.ts';
import { VisitActions } from './visit-actions.tsx';

/** The day as a table; on phones each visit is a labelled list. */
export function VisitTable({ list, chart }: { list: DayList; chart: boolean }) {
  return (
    <div className="sheet table-sheet">
      <table className="table day-table">
        <caption className="visually-hidden">Visits in order of time</caption>
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">Name</th>
            <th scope="col">Born</th>
            <th scope="col">Visit</th>
            {chart && <th scope="col">Reason</th>}
            <th scope="col">Needs</th>
            <th scope="col">Status</th>
            <th scope="col" className="no-print">
              Next
            </th>
          </tr>
        </thead>
        <tbody>
          {list.visits.map((visit) => (
            <VisitRow key={visit.appointment.id} visit={visit} list={list} chart={chart} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function VisitRow({ visit, list, chart }: { visit: Visit; list: DayList; chart: boolean }) {
  const { appointment } = visit;
  const patient = shownPerson(visit.patient);
  const { slot } = appointment;
  const age = ageOn(patient.birthDate, list.date);
  const others = list.visits.filter(
    (other) =>
      other !== visit &&
      other.appointment.status !== 'cancelled' &&
      other.appointment.slot.startAt === slot.startAt,
  );
  return (
    <tr>
      <td data-label="Time" className="day-time">
        <span>{staffClock(slot.startAt, list.timeZone)}</span>
        {others.length > 0 && appointment.status !== 'cancelled' && (
          <span className="small muted">Shared with {others.length} more</span>
        )}
      </td>
      <th scope="row" data-label="Name">
        {chart && visit.patient ? (
          <Link to="/patients/$id" params={{ id: patient.personId }} className="visit-name">
            <PersonName person={patient} />
          </Link>
        ) : (
          <PersonName person={patient} />
        )}
      </th>
      <td data-label="Born">
        <span>
          <span className="nowrap">
            {patient.birthDate === '' ? 'Not recorded' : staffDate(patient.birthDate)}
          </span>
          {age !== undefined && ` (${age})`}
        </span>
      </td>
      <td data-label="Visit">
        <bdi>{appointment.visitTypeName}</bdi>
      </td>
      {chart && (
        <td data-label="Reason">
          <bdi>{appointment.reason || 'Not given'}</bdi>
        </td>
      )}
      <td data-label="Needs">
        <bdi>{patient.accessNeeds.join(', ') || 'Nothing recorded'}</bdi>
      </td>
      <td data-label="Status">
        <StatusTag status={appointment.status} needsNewTime={appointment.needsNewTime} />
        {isAwaited(appointment.status) && appointment.lateMinutes > 0 && (
          <span className="late small">Says they are {duration(appointment.lateMinutes)} late</span>
        )}
      </td>
      <td data-label="Next" className="no-print">
        <VisitActions visit={visit} />
      </td>
    </tr>
  );
}

/** Until the visit begins one can be late for it. */
function isAwaited(status: Visit['appointment']['status']): boolean {
  return status === 'booked' || status === 'arrived';
}
