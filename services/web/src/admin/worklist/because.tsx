import { Link } from '@tanstack/react-router';
import { shownName } from '../../shared/staff/names.ts';
import type { LeaveVisit } from '../api.ts';
import { kindWords } from '../disruptions/change-words.ts';

/** What took a visit's time, and the way to everybody else whom it hit. */
export function Because({ visit }: { visit: LeaveVisit }) {
  const words = kindWords[visit.kind];
  return (
    <Link
      to="/changes/$id"
      params={{ id: visit.leaveId }}
      className="row-link"
      aria-label={`${words}: what took the time of ${shownName(visit.patientName)}`}
    >
      {words}
    </Link>
  );
}
