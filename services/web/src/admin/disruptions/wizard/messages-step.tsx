import { movedByClinic, unplacedByClinic } from '@healthbooker/protos/clinic-notices';
import { useQuery } from '@tanstack/react-query';
import { directoryQuery } from '../../../shared/staff/api.ts';
import { count } from '../../../shared/staff/count.ts';
import { shownName } from '../../../shared/staff/names.ts';
import { day, visitTime } from '../../../shared/time/format.ts';
import type { PlannedMove } from '../../api.ts';
import { isMoved } from './plan.ts';
import { StepButtons } from './step-buttons.tsx';
import type { SaveProps, StepProps } from './step-props.ts';

/** The last step: the words that go out, one message to each patient, and Save. */
export function MessagesStep({ plan, declined, go, saving }: StepProps & { saving: SaveProps }) {
  const moved = plan.moves.filter((move) => isMoved(move, declined));
  const rest = plan.moves.filter((move) => !isMoved(move, declined));
  return (
    <div className="stack-wide">
      <p>
        {count(plan.moves.length, 'patient gets one message', 'patients get one message each')} as soon as you
        save, by e-mail where we have an address. Whom no message reaches is on the worklist, to be called.
      </p>
      <Messages
        id="moved"
        heading={`${count(moved.length, 'patient', 'patients')} with a new time`}
        moves={moved}
      />
      <Messages
        id="rest"
        heading={`${count(rest.length, 'patient', 'patients')} without a new time`}
        moves={rest}
        isUnplaced
      />
      <StepButtons step="messages" plan={plan} go={go} saving={saving} />
    </div>
  );
}

type Group = { id: string; heading: string; moves: readonly PlannedMove[]; isUnplaced?: boolean };

/** The first message of a group in full, the others on request; nothing for nobody. */
function Messages({ id, heading, moves, isUnplaced = false }: Group) {
  const [first, ...others] = moves;
  if (first === undefined) return null;
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <Message move={first} isUnplaced={isUnplaced} />
      {others.length > 0 && (
        <details>
          <summary>{count(others.length, 'more message', 'more messages')} like this</summary>
          <div className="stack">
            {others.map((move) => (
              <Message key={move.appointmentId} move={move} isUnplaced={isUnplaced} />
            ))}
          </div>
        </details>
      )}
    </section>
  );
}

/** The mail that notification sends: about the new time, or about the one that cannot be kept. */
function Message({ move, isUnplaced }: { move: PlannedMove; isUnplaced: boolean }) {
  const directory = useQuery(directoryQuery);
  const slot = (isUnplaced ? undefined : move.to) ?? move.from;
  const words = isUnplaced ? unplacedByClinic : movedByClinic;
  const place = directory.data?.locations.find(({ id }) => id === slot.locationId);
  const name = shownName(move.patientName);
  return (
    <article className="sheet mail" aria-label={`Message to ${name}`}>
      <p className="muted">
        To <bdi>{name}</bdi>. Subject: {words.subject(day(slot.startAt, slot.timeZone))}
      </p>
      <p>
        Hello <bdi>{name}</bdi>,
      </p>
      <p>
        {words.heading}. {words.opening}
      </p>
      <p>
        When: {visitTime(slot.startAt, slot.timeZone, slot.timeZone)}
        <br />
        With: <bdi>{slot.providerName}</bdi>
        {place && (
          <>
            <br />
            Where: <bdi>{place.name}</bdi>, <bdi>{place.address}</bdi>
          </>
        )}
      </p>
      <p>{words.closing}</p>
    </article>
  );
}
