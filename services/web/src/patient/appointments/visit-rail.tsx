import { Rail, RailItem } from '../../shared/controls/rail.tsx';
import { StatusTag } from '../../shared/controls/status-tag.tsx';
import { clock, deviceNote, duration, minutesBetween } from '../../shared/time/format.ts';
import type { AppointmentSummary } from '../api.ts';

/** A visit on the rail of its ticket: when, for what, with whom and where; and its status unless it is simply booked. */
export function VisitRail(
  props: Pick<
    AppointmentSummary,
    | 'startAt'
    | 'endAt'
    | 'timeZone'
    | 'visitTypeName'
    | 'providerName'
    | 'locationName'
    | 'status'
    | 'needsNewTime'
  > & { look: 'full' | 'past' },
) {
  const note = deviceNote(props.startAt, props.timeZone);
  return (
    <Rail>
      <RailItem
        time={clock(props.startAt, props.timeZone)}
        note={duration(minutesBetween(props.startAt, props.endAt))}
        look={props.look}
      >
        <p>
          <strong>
            <bdi>{props.visitTypeName}</bdi>
          </strong>
        </p>
        <p>
          <bdi>{props.providerName}</bdi>
        </p>
        <p>
          <bdi>{props.locationName}</bdi>
        </p>
        {note && (
          <p className="muted small">
            <bdi>{note}</bdi>
          </p>
        )}
        {(props.status !== 'booked' || props.needsNewTime) && (
          <p>
            <StatusTag status={props.status} needsNewTime={props.needsNewTime} />
          </p>
        )}
      </RailItem>
    </Rail>
  );
}
