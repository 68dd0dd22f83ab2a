import { count } from '../../../shared/staff/count.ts';
import { timesWords } from '../../../shared/staff/impact.tsx';
import { shownName } from '../../../shared/staff/names.ts';
import { SeeBy } from '../../see-by.tsx';
import { SlotWords } from '../../slot-words.tsx';
import { UrgencyTag } from '../../urgency-tag.tsx';
import { StepButtons } from './step-buttons.tsx';
import type { StepProps } from './step-props.ts';

/** The visits that the change hits. */
export function VisitsStep({ change, plan, go }: StepProps) {
  const { moves } = plan;
  return (
    <div className="stack-wide">
      <p>
        {change.words}. {timesWords(plan)} {count(moves.length, 'booked visit', 'booked visits')} cannot take
        place then.
      </p>
      <div className="sheet table-sheet">
        <table className="table">
          <caption className="visually-hidden">Visits in order of time</caption>
          <thead>
            <tr>
              <th scope="col">Booked</th>
              <th scope="col">Patient</th>
              <th scope="col">Urgency</th>
              <th scope="col">See by</th>
            </tr>
          </thead>
          <tbody>
            {moves.map((move) => (
              <tr key={move.appointmentId}>
                <td data-label="Booked">
                  <SlotWords slot={move.from} />
                </td>
                <th scope="row" data-label="Patient">
                  <bdi>{shownName(move.patientName)}</bdi>
                </th>
                <td data-label="Urgency">
                  <UrgencyTag urgency={move.urgency} />
                </td>
                <td data-label="See by">
                  <SeeBy date={move.targetDate} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <StepButtons step="visits" plan={plan} go={go} />
    </div>
  );
}
