import type { CallContext } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { Transaction } from '@healthbooker/runtime/postgres';
import { isStaff } from '../access.ts';
import type { ReservationRow } from './rows.ts';
import { takeSlot } from './take-slot.ts';
import type { NextVersion } from './write-version.ts';

/**
 * Takes another slot of the same specialty for a visit that has not begun, and plans the version that gives the old one
 * back. Errors: conflict with details.reason `status`, invalid, and those of {@link takeSlot}.
 */
export async function planMove(
  tx: Transaction,
  context: CallContext,
  current: ReservationRow | undefined,
  slotId: string,
  now: Date,
): Promise<NextVersion> {
  const old = movable(current, slotId);
  const taken = await takeSlot(tx, {
    slotId,
    patientId: old.patient_id,
    appointmentId: old.appointment_id,
    urgency: old.urgency,
    needs: old.needs,
    referralId: null,
    isStaff: isStaff(context),
    now,
    moving: { slotId: old.slot_id },
  });
  if (taken.slot.specialty_id !== old.specialty_id) {
    throw new ServiceError('invalid', 'A visit can only move within its specialty.', {
      fields: [{ field: 'slotId', message: 'is a time of another specialty' }],
    });
  }
  const seen = { ...taken.seen, from: old.slot_id };
  return {
    change: 'moved',
    status: 'booked',
    slotId,
    freedSlotId: old.slot_id,
    ruleVersion: taken.ruleVersion,
    seen,
  };
}

function movable(current: ReservationRow | undefined, slotId: string): ReservationRow {
  if (current?.status !== 'booked') {
    throw new ServiceError('conflict', 'Only a visit that is booked and has not begun can be moved.', {
      details: { reason: 'status' },
    });
  }
  if (current.slot_id === slotId) {
    throw new ServiceError('invalid', 'The visit is at this time already.', {
      fields: [{ field: 'slotId', message: 'is the time the visit has now' }],
    });
  }
  return current;
}
