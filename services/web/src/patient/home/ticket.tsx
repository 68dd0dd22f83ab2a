import { Link } from '@tanstack/react-router';
import { Rail, RailItem } from '../../shared/controls/rail.tsx';
import { StatusTag } from '../../shared/controls/status-tag.tsx';
import { clock, day, deviceNote, duration, minutesBetween } from '../../shared/time/format.ts';
import type { AppointmentSummary } from '../api.ts';

/** The next visit as a ticket: day, time on the rail, who and where. */
export function Ticket({ appointment }: { appointment: AppointmentSummary }) {
  const { startAt, endAt, timeZone } = appointment;
  const note = deviceNote(startAt, timeZone);
  return (
    <section className="sheet ticket" aria-labelledby="ticket-title">
      <h2 className="ticket-day" id="ticket-title">
        <span className="visually-hidden">Your next visit: </span>
        {day(startAt, timeZone)}
      </h2>
      <div className="ticket-main">
        <Rail>
          <RailItem
            time={clock(startAt, timeZone)}
            note={duration(minutesBetween(startAt, endAt))}
            look="full"
          >
            <p>
              <strong>
                <bdi>{appointment.visitTypeName}</bdi>
              </strong>
            </p>
            <p>
              <bdi>{appointment.providerName}</bdi>
            </p>
            <p>
              <bdi>{appointment.locationName}</bdi>
            </p>
            {note && (
              <p className="muted small">
                <bdi>{note}</bdi>
              </p>
            )}
            {(appointment.status !== 'booked' || appointment.needsNewTime) && (
              <p>
                <StatusTag status={appointment.status} needsNewTime={appointment.needsNewTime} />
              </p>
            )}
          </RailItem>
        </Rail>
      </div>
      <div className="ticket-foot row">
        <Link to="/appointments/$id" params={{ id: appointment.id }} className="link-row">
          {appointment.needsNewTime ? 'Details' : 'Details and directions'}
        </Link>
        {!appointment.needsNewTime && (
          <>
            <Link to="/appointments/$id/move" params={{ id: appointment.id }} className="link-row">
              Move
            </Link>
            <Link to="/appointments/$id/cancel" params={{ id: appointment.id }} className="link-row">
              Cancel
            </Link>
          </>
        )}
      </div>
    </section>
  );
}
