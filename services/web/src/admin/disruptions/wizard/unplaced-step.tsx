import { count } from '../../../shared/staff/count.ts';
import { shownName } from '../../../shared/staff/names.ts';
import { SeeBy } from '../../see-by.tsx';
import { SlotWords } from '../../slot-words.tsx';
import { UrgencyTag } from '../../urgency-tag.tsx';
import { isMoved } from './plan.ts';
import { StepButtons } from './step-buttons.tsx';
import type { StepProps } from './step-props.ts';

/** Visits that reception has to care for. */
export function UnplacedStep({ plan, declined, go }: StepProps) {
  const unplaced = plan.moves.filter((move) => !isMoved(move, declined));
  return (
    <div className="stack-wide">
      {unplaced.length === 0 ? (
        <p className="sheet">Everybody has a new time. The worklist stays as it is.</p>
      ) : (
        <>
          <p>
            {count(unplaced.length, 'visit goes', 'visits go')} to the worklist. Each patient is told once
            that the visit cannot take place then and that somebody will call. The visit stays booked until a
            new time is agreed.
          </p>
          <div className="sheet table-sheet">
            <table className="table">
              <caption className="visually-hidden">Visits for the worklist</caption>
              <thead>
                <tr>
                  <th scope="col">Patient</th>
                  <th scope="col">Booked</th>
                  <th scope="col">Urgency</th>
                  <th scope="col">See by</th>
                  <th scope="col">Why</th>
                </tr>
              </thead>
              <tbody>
                {unplaced.map((move) => (
                  <tr key={move.appointmentId}>
                    <th scope="row" data-label="Patient">
                      <bdi>{shownName(move.patientName)}</bdi>
                    </th>
                    <td data-label="Booked">
                      <SlotWords slot={move.from} />
                    </td>
                    <td data-label="Urgency">
                      <UrgencyTag urgency={move.urgency} />
                    </td>
                    <td data-label="See by">
                      <SeeBy date={move.targetDate} />
                    </td>
                    <td data-label="Why">
                      <bdi>
                        {move.to === null ? move.unplacedReason : 'You did not take the proposed time.'}
                      </bdi>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      <StepButtons step="unplaced" plan={plan} go={go} />
    </div>
  );
}
