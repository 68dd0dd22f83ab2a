import { count } from '../../../shared/staff/impact.tsx';
import { shownName } from '../../../shared/staff/names.ts';
import { staffDate } from '../../../shared/time/format.ts';
import { SlotWords } from '../../slot-words.tsx';
import { UrgencyTag } from '../../urgency-tag.tsx';
import { StepButtons } from './step-buttons.tsx';
import type { StepProps } from './step-props.ts';
import { TimesChanged } from './times-changed.tsx';

/** The visits that the change hits. */
export function VisitsStep({ change, plan, go }: StepProps) {
  const { moves } = plan;
  return (
    <div className="stack-wide">
      <p>
        {change.words}. <TimesChanged plan={plan} /> {count(moves.length, 'visit is', 'visits are')} booked
        then.
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
                <td data-label="See by">{staffDate(move.targetDate) || 'No date set'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <StepButtons step="visits" plan={plan} go={go} />
    </div>
  );
}
