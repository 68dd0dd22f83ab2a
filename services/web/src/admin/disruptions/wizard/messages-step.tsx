import { useQuery } from '@tanstack/react-query';
import { directoryQuery } from '../../../shared/staff/api.ts';
import { count } from '../../../shared/staff/impact.tsx';
import { shownName } from '../../../shared/staff/names.ts';
import { day, visitTime } from '../../../shared/time/format.ts';
import type { PlannedMove } from '../../api.ts';
import { isMoved } from './plan.ts';
import { StepButtons } from './step-buttons.tsx';
import type { SaveProps, StepProps } from './step-props.ts';

/** The last step: the words that go out, one message to each patient who is moved, and Save. */
export function MessagesStep({ plan, declined, go, saving }: StepProps & { saving: SaveProps }) {
  const moved = plan.moves.filter((move) => isMoved(move, declined));
  const rest = plan.moves.length - moved.length;
  return (
    <div className="stack-wide">
      <p>
        {moved.length === 0
          ? 'Nobody gets a message: no visit gets a new time.'
          : `${count(moved.length, 'patient gets', 'patients get')} one message each, and can keep the new time, choose another or say that they cannot come.`}
        {rest > 0 &&
          ` ${count(rest, 'patient', 'patients')} on the worklist ${rest === 1 ? 'is' : 'are'} told by whoever calls.`}
      </p>
      {moved[0] && <Message move={moved[0]} />}
      {moved.length > 1 && (
        <details>
          <summary>The other {count(moved.length - 1, 'message', 'messages')}</summary>
          <div className="stack">
            {moved.slice(1).map((move) => (
              <Message key={move.appointmentId} move={move} />
            ))}
          </div>
        </details>
      )}
      <StepButtons step="messages" plan={plan} go={go} saving={saving} />
    </div>
  );
}

/** The mail that notification sends when a visit was moved. */
function Message({ move }: { move: PlannedMove }) {
  const directory = useQuery(directoryQuery);
  const { to } = move;
  if (to === null) return null;
  const place = directory.data?.locations.find(({ id }) => id === to.locationId);
  const name = shownName(move.patientName);
  return (
    <article className="sheet mail" aria-label={`Message to ${name}`}>
      <p className="muted">
        To <bdi>{name}</bdi>. Subject: Your appointment is now on {day(to.startAt, to.timeZone)}
      </p>
      <p>
        Hello <bdi>{name}</bdi>,
      </p>
      <p>Your appointment was moved. Your clinician is away at the earlier time. This is the new time.</p>
      <p>
        When: {visitTime(to.startAt, to.timeZone, to.timeZone)}
        <br />
        With: <bdi>{to.providerName}</bdi>
        {place && (
          <>
            <br />
            Where: <bdi>{place.name}</bdi>, <bdi>{place.address}</bdi>
          </>
        )}
      </p>
      <p>
        Please tell us whether it suits you: you can keep it, choose another time, or say that you cannot
        come.
      </p>
    </article>
  );
}
