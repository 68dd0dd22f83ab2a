import { CheckCircleIcon } from '@phosphor-icons/react/dist/csr/CheckCircle';
import { HourglassIcon } from '@phosphor-icons/react/dist/csr/Hourglass';
import { PhoneIcon } from '@phosphor-icons/react/dist/csr/Phone';
import { ProhibitIcon } from '@phosphor-icons/react/dist/csr/Prohibit';
import { QuestionIcon } from '@phosphor-icons/react/dist/csr/Question';
import { Link } from '@tanstack/react-router';
import { Tag } from '../../shared/controls/tag.tsx';
import { shownName } from '../../shared/staff/names.ts';
import type { LeaveVisit } from '../api.ts';
import { SeeBy } from '../see-by.tsx';
import { Differences, SlotWords } from '../slot-words.tsx';
import { UrgencyTag } from '../urgency-tag.tsx';
import { Because } from './because.tsx';

const looks = {
  proposed: { word: 'Waits for an answer', tone: 'info', icon: HourglassIcon },
  kept: { word: 'Kept', tone: 'ok', icon: CheckCircleIcon },
  refused: { word: 'Cannot come', tone: 'danger', icon: ProhibitIcon },
  unplaced: { word: 'No time yet', tone: 'warn', icon: QuestionIcon },
  settled: { word: 'Taken care of', tone: 'quiet', icon: CheckCircleIcon },
} as const;

/** Moved, and no message can say so. */
const notTold = { word: 'Not told: call them', tone: 'danger', icon: PhoneIcon } as const;

/** Visits that a change by the hospital hit, with what became of each; `because` adds the change. */
export function VisitList(props: { visits: readonly LeaveVisit[]; label: string; because?: boolean }) {
  const { visits, label, because = false } = props;
  return (
    <div className="sheet table-sheet">
      <table className="table visit-table">
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col">Patient</th>
            <th scope="col">Was booked</th>
            <th scope="col">New time</th>
            <th scope="col">See by</th>
            <th scope="col">State</th>
            <th scope="col">Next</th>
          </tr>
        </thead>
        <tbody>
          {visits.map((visit) => (
            <VisitRow key={`${visit.leaveId} ${visit.appointmentId}`} visit={visit} because={because} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function VisitRow({ visit, because }: { visit: LeaveVisit; because: boolean }) {
  const { word, tone, icon } = visit.isUnreached ? notTold : looks[visit.state];
  const name = shownName(visit.patientName);
  const needsSomebody = visit.state === 'unplaced' || visit.state === 'refused' || visit.isUnreached;
  return (
    <tr>
      <th scope="row" data-label="Patient">
        <bdi>{name}</bdi>
      </th>
      <td data-label="Was booked">
        <span>
          <SlotWords slot={visit.from} />
          {because && (
            <span className="line">
              Lost to: <Because visit={visit} />
            </span>
          )}
        </span>
      </td>
      <td data-label="New time">
        {visit.to ? (
          <span>
            <SlotWords slot={visit.to} />
            <Differences from={visit.from} to={visit.to} />
          </span>
        ) : (
          noNewTime(visit)
        )}
      </td>
      <td data-label="See by">
        <span>
          <SeeBy date={visit.targetDate} />
          <span className="line">
            <UrgencyTag urgency={visit.urgency} />
          </span>
        </span>
      </td>
      <td data-label="State">
        <Tag tone={tone} icon={icon}>
          {word}
        </Tag>
      </td>
      <td data-label="Next">
        {needsSomebody ? (
          <Link
            to="/worklist/$leaveId/$appointmentId"
            params={{ leaveId: visit.leaveId, appointmentId: visit.appointmentId }}
            className="row-link"
            aria-label={`Settle: ${name}`}
          >
            Settle
          </Link>
        ) : (
          'Nothing to do'
        )}
      </td>
    </tr>
  );
}

/** Who chose another time themselves, or comes after all, is settled without a time of the plan. */
function noNewTime({ state }: LeaveVisit): string {
  return state === 'settled' ? 'Settled otherwise' : 'None yet';
}
