import type { CallContext } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { Transaction } from '@healthbooker/runtime/postgres';
import { isStaff } from '../care/access.ts';
import type { ReservationRow } from '../history/reservation.ts';
import { refuseMoreMoves } from './limits.ts';
import type { Agreed } from './out-of-reach.ts';
import { takeSlot } from './take-slot.ts';
import type { NextVersion } from './write-version.ts';

/**
 * Takes another slot of the same kind for a visit that has not begun, and plans the version that gives the old one
 * back. `agreed`: what the patient has agreed to where the place is out of their reach. `isPartOfMove`: other visits of
 * its series were moved in the same request, which counts as one move. Errors: conflict with details.reason `status` or
 * `moves`, invalid, and those of {@link takeSlot}.
 */
export async function planMove(
  tx: Transaction,
  context: CallContext,
  current: ReservationRow | undefined,
  slotId: string,
  now: Date,
  agreed: Agreed,
  isPartOfMove = false,
): Promise<NextVersion> {
  const old = movable(current);
  // Where the hospital moved the visit or cannot keep its time, the patient's move is neither limited nor counted.
  const isAnswer = old.standing === 'unplaced' || old.awaits_answer;
  if (!isPartOfMove && !isAnswer) await refuseMoreMoves(tx, context, old.patient_id, now);
  const next = await takeSlot(tx, { slotId, isStaff: isStaff(context), agreed, now, moving: old });
  if (!isAnswer) return next;
  const seen = { ...next.seen, isAnswer };
  return { ...next, seen };
}

function movable(current: ReservationRow | undefined): ReservationRow {
  if (current?.status !== 'booked') {
    throw new ServiceError('conflict', 'Only a visit that is booked and has not begun can be moved.', {
      details: { reason: 'status' },
    });
  }
  return current;
}
