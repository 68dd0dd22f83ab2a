import { ServiceError } from '@healthbooker/runtime/errors';
import { localDate } from '../directory/local-time.ts';
import type { ChangeName, ReservationRow, Status } from './reservation.ts';

/** How far a visit has come; an undo goes to a lower place. */
const PLACE: Readonly<Record<Status, number>> = {
  booked: 0,
  arrived: 1,
  'checked-in': 2,
  fulfilled: 3,
  noshow: 3,
  cancelled: 4,
};

const FORWARD: Readonly<Record<Status, readonly Status[]>> = {
  booked: ['arrived', 'checked-in', 'noshow'],
  arrived: ['checked-in', 'fulfilled', 'noshow'],
  'checked-in': ['fulfilled'],
  fulfilled: [],
  noshow: [],
  cancelled: [],
};

/**
 * Whether a visit may go from its status to `target`, and what that change is called. A patient may only arrive, on
 * the day; staff may do all on or after the day, say no-show once the visit should have begun, and undo.
 *
 * Errors: conflict when the statuses do not follow each other, forbidden, too-soon.
 */
export function changeStatus(
  current: Pick<ReservationRow, 'status' | 'start_at' | 'time_zone'>,
  target: Status,
  by: 'patient' | 'staff',
  now: Date,
): ChangeName {
  const isForward = FORWARD[current.status].includes(target);
  const isUndo = current.status !== 'cancelled' && PLACE[target] < PLACE[current.status];
  if (!isForward && !isUndo) {
    throw new ServiceError(
      'conflict',
      `A visit that is ${word(current.status)} cannot become ${word(target)}.`,
    );
  }
  if (by === 'patient' && target !== 'arrived')
    throw new ServiceError('forbidden', 'Only staff may do this.');
  if (isUndo) {
    if (by === 'patient') throw new ServiceError('forbidden', 'Only staff may undo this.');
    return 'undone';
  }
  const today = localDate(current.time_zone, now.getTime());
  const day = localDate(current.time_zone, current.start_at.getTime());
  if (today < day) throw new ServiceError('too-soon', 'This is possible on the day of the visit.');
  if (by === 'patient' && today > day) {
    throw new ServiceError('conflict', 'The day of this visit has passed.');
  }
  if (target === 'noshow' && now < current.start_at) {
    throw new ServiceError('too-soon', 'The visit has not begun yet.');
  }
  return target as Exclude<Status, 'booked' | 'cancelled'>;
}

/**
 * Refuses to cancel a visit that is under way or over, and for a patient one that has begun.
 *
 * Errors: conflict (details.reason 'status'), too-soon.
 */
export function refuseCancel(
  current: Pick<ReservationRow, 'status' | 'start_at'>,
  by: 'patient' | 'staff',
  now: Date,
): void {
  if (current.status !== 'booked' && current.status !== 'arrived') {
    throw new ServiceError('conflict', 'This visit cannot be cancelled any more.', {
      details: { reason: 'status' },
    });
  }
  if (by === 'patient' && current.start_at <= now) {
    throw new ServiceError('too-soon', 'This visit has already begun.');
  }
}

/** The reservation whose version was compared. */
export function existing(current: ReservationRow | undefined): ReservationRow {
  if (current === undefined) throw new Error('a version that was compared belongs to no reservation');
  return current;
}

function word(status: Status): string {
  return status === 'noshow' ? 'missed' : status.replace('-', ' ');
}
