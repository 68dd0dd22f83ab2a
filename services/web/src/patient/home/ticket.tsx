import { Link } from '@tanstack/react-router';
import { day } from '../../shared/time/format.ts';
import type { AppointmentSummary } from '../api.ts';
import { VisitRail } from '../appointments/visit-rail.tsx';

/** The next visit as a ticket: day, time on the rail, who and where. */
export function Ticket({ appointment }: { appointment: AppointmentSummary }) {
  return (
    <section className="sheet ticket" aria-labelledby="ticket-title">
      <h2 className="ticket-day" id="ticket-title">
        <span className="visually-hidden">Your next visit: </span>
        {day(appointment.startAt, appointment.timeZone)}
      </h2>
      <div className="ticket-main">
        <VisitRail {...appointment} look="full" />
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
