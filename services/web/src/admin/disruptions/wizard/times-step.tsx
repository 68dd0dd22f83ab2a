import { CheckCircleIcon } from '@phosphor-icons/react/dist/csr/CheckCircle';
import { ClockCountdownIcon } from '@phosphor-icons/react/dist/csr/ClockCountdown';
import { Notice } from '../../../shared/controls/notice.tsx';
import { Tag } from '../../../shared/controls/tag.tsx';
import { count } from '../../../shared/staff/count.ts';
import { shownName } from '../../../shared/staff/names.ts';
import type { PlannedMove } from '../../api.ts';
import { SeeBy } from '../../see-by.tsx';
import { Differences, SlotWords } from '../../slot-words.tsx';
import { placedWords } from './placed-words.ts';
import { isMoved } from './plan.ts';
import { StepButtons } from './step-buttons.tsx';
import type { StepProps } from './step-props.ts';

/** Old and new time of each visit. A time that does not suit sends the visit to the worklist instead. */
export function TimesStep(props: StepProps & { onDecline: (declined: ReadonlySet<string>) => void }) {
  const { plan, declined, go } = props;
  const placed = plan.moves.filter(({ to }) => to !== null);
  const late = placed.filter((move) => isMoved(move, declined) && !move.targetMet).length;
  const choose = (id: string, isTaken: boolean) => {
    const next = new Set(declined);
    if (isTaken) next.delete(id);
    else next.add(id);
    props.onDecline(next);
  };
  return (
    <div className="stack-wide">
      <p>
        {placedWords(plan)} Nothing is saved yet.
        {placed.length === 0 && ' The next step says why.'}
      </p>
      {placed.length > 0 && (
        <>
          {late > 0 && (
            <Notice tone="warn">
              <p>{count(late, 'patient is', 'patients are')} seen later than they should be.</p>
            </Notice>
          )}
          <div className="sheet table-sheet">
            <table className="table">
              <caption className="visually-hidden">Old and new times</caption>
              <thead>
                <tr>
                  <th scope="col">Patient</th>
                  <th scope="col">Now</th>
                  <th scope="col">New time</th>
                  <th scope="col">See by</th>
                  <th scope="col">Move</th>
                </tr>
              </thead>
              <tbody>
                {placed.map((move) => (
                  <MoveRow
                    key={move.appointmentId}
                    move={move}
                    isTaken={isMoved(move, declined)}
                    onChoose={(isTaken) => choose(move.appointmentId, isTaken)}
                  />
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      <StepButtons step="times" plan={plan} go={go} />
    </div>
  );
}

function MoveRow(props: { move: PlannedMove; isTaken: boolean; onChoose: (isTaken: boolean) => void }) {
  const { move } = props;
  const { from, to } = move;
  if (to === null) return null;
  const name = shownName(move.patientName);
  return (
    <tr>
      <th scope="row" data-label="Patient">
        <bdi>{name}</bdi>
      </th>
      <td data-label="Now">
        <SlotWords slot={from} />
      </td>
      <td data-label="New time">
        <span>
          <SlotWords slot={to} isStrong />
          <Differences from={from} to={to} />
        </span>
      </td>
      <td data-label="See by">
        <span>
          <SeeBy date={move.targetDate} />
          <span className="line">
            {move.targetMet ? (
              <Tag tone="ok" icon={CheckCircleIcon}>
                Met
              </Tag>
            ) : (
              <Tag tone="warn" icon={ClockCountdownIcon}>
                Later
              </Tag>
            )}
          </span>
        </span>
      </td>
      <td data-label="Move">
        <label className="choice choice-bare">
          <input
            type="checkbox"
            aria-label={`Move ${name}`}
            checked={props.isTaken}
            onChange={(event) => props.onChoose(event.target.checked)}
          />
          <span>{props.isTaken ? 'Move' : 'To the worklist'}</span>
        </label>
      </td>
    </tr>
  );
}
