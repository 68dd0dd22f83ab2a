import { clock, day, deviceZone } from '../../shared/time/format.ts';
import type { Appointment } from '../api.ts';

const words: Readonly<Record<string, string>> = {
  booked: 'Booked',
  moved: 'Moved',
  cancelled: 'Cancelled',
  arrived: 'Arrived at the clinic',
  'checked-in': 'Checked in',
  fulfilled: 'Visit done',
  noshow: 'Did not come',
  undone: 'Corrected by the clinic',
  late: 'Said to be late',
  kept: 'New time kept',
  refused: 'New time refused, visit cancelled',
  unplaced: 'The clinic cannot keep the time',
  restored: 'The time holds after all',
};

/** Every change of a visit, oldest first. */
export function History({ appointment }: { appointment: Appointment }) {
  const zone = deviceZone();
  const { timeZone } = appointment.slot;
  return (
    <details>
      <summary>What happened with this appointment</summary>
      <ol className="plain-list stack">
        {appointment.history.map((version) => (
          <li key={version.version}>
            <strong>{words[version.change] ?? version.change}</strong>
            {(version.change === 'booked' || version.change === 'moved') && (
              <>
                {' '}
                for {day(version.startAt, timeZone)}, {clock(version.startAt, timeZone)}
              </>
            )}
            <span className="choice-hint">
              on {day(version.changedAt, zone)} at {clock(version.changedAt, zone)}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
